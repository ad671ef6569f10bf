-- page_size: 512
CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT, flags INTEGER, file BLOB);
CREATE TABLE Properties (key TEXT PRIMARY KEY, value BLOB);
INSERT INTO Files VALUES
 ('3d0d7e5fb2ce288813306e4d4636395e047a3d28', 'HomeDomain', 'Library/SMS/sms.db', 1,
  archive('{"Size": 42, "ProtectionClass": 3, "RelativePath": "Library/SMS/sms.db", "EncryptionKey": 1}')),
 ('no id', 'HomeDomain', 'Library/SMS/x', 1, archive('{"Size": 1}')),
 ('0000000000000000000000000000000000000001', 'HomeDomain', 'Library', 2, NULL);
INSERT INTO Properties VALUES ('salt', zeroblob(16));
