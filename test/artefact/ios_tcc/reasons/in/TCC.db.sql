CREATE TABLE access (service TEXT NOT NULL, client TEXT NOT NULL, client_type INTEGER NOT NULL, auth_value INTEGER NOT NULL, auth_reason INTEGER NOT NULL, auth_version INTEGER NOT NULL, csreq BLOB, policy_id INTEGER,
  indirect_object_identifier_type INTEGER, indirect_object_identifier TEXT NOT NULL DEFAULT 'UNUSED', indirect_object_code_identity BLOB, flags INTEGER, last_modified INTEGER NOT NULL DEFAULT 0);
INSERT INTO access (service, client, client_type, auth_value, auth_reason, auth_version, indirect_object_identifier, flags, last_modified) VALUES
  ('kTCCServiceMicrophone', 'com.app.example', 0, 2, 2, 1, 'UNUSED', 0, unix('2024-05-03T10:11:12Z')),
  ('kTCCServiceCamera', '/usr/libexec/exampled', 1, 0, 6, 1, 'UNUSED', NULL, unix('2024-05-04T10:11:12Z')),
  ('kTCCServiceAppleEvents', 'com.other.example', 0, 3, 99, 1, 'com.target.example', 1, 0),
  ('kTCCServicePhotos', 'com.last.example', 0, 17, 1, 1, 'UNUSED', 0, unix('2024-05-05T10:11:12Z'));
