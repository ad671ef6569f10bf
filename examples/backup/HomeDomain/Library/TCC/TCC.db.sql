-- Which app may use what.
CREATE TABLE access (service TEXT NOT NULL, client TEXT NOT NULL, client_type INTEGER NOT NULL, auth_value INTEGER NOT NULL, auth_reason INTEGER NOT NULL, auth_version INTEGER NOT NULL, csreq BLOB, policy_id INTEGER, indirect_object_identifier_type INTEGER, indirect_object_identifier TEXT NOT NULL DEFAULT 'UNUSED', indirect_object_code_identity BLOB, flags INTEGER, last_modified INTEGER NOT NULL DEFAULT 0);
INSERT INTO access (service, client, client_type, auth_value, auth_reason, auth_version, flags, last_modified) VALUES
  ('kTCCServiceMicrophone', 'net.whatsapp.WhatsApp', 0, 2, 2, 1, 0, CAST(unix('2024-01-02T09:36:26Z') AS INTEGER)),
  ('kTCCServiceCamera', 'net.whatsapp.WhatsApp', 0, 2, 2, 1, 0, CAST(unix('2024-01-02T13:34:01Z') AS INTEGER)),
  ('kTCCServiceAddressBook', 'net.whatsapp.WhatsApp', 0, 2, 2, 1, 0, CAST(unix('2024-01-03T06:19:21Z') AS INTEGER)),
  ('kTCCServicePhotos', 'net.whatsapp.WhatsApp', 0, 3, 2, 1, 0, CAST(unix('2024-01-09T21:22:33Z') AS INTEGER)),
  ('kTCCServiceMicrophone', 'org.example.notes', 0, 2, 2, 1, 0, CAST(unix('2024-03-17T07:17:15Z') AS INTEGER)),
  ('kTCCServiceCamera', 'org.example.tram', 0, 0, 2, 1, 0, CAST(unix('2024-04-14T16:31:11Z') AS INTEGER)),
  ('kTCCServicePhotos', 'org.example.radio', 0, 0, 2, 1, 0, CAST(unix('2024-04-24T21:29:59Z') AS INTEGER));
