-- A file, a folder, a link; data of two sites; no archive at all; an archive that is none.
CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT, flags INTEGER, file BLOB);
INSERT INTO Files VALUES
  ('3d0d7e5fb2ce288813306e4d4636395e047a3d28', 'HomeDomain', 'Library/SMS/sms.db', 1, archive('{"LastModified": 1714731072, "LastStatusChange": 1714731073, "Birth": 1714731062, "Size": 4096, "Mode": 33188, "UserID": 501, "ProtectionClass": 3, "RelativePath": "Library/SMS/sms.db"}')),
  ('00', 'MediaDomain', 'Library/SMS/Attachments/a1', 2, archive('{"LastModified": 1714731072, "LastStatusChange": 1714731073, "Birth": 1714731062, "Size": 0, "Mode": 16877, "UserID": 501, "ProtectionClass": 3, "RelativePath": "Library/SMS/Attachments/a1"}')),
  ('01', 'RootDomain', 'Library/link', 4, archive('{"LastModified": 1714731072, "LastStatusChange": 1714731073, "Birth": 1714731062, "Size": 0, "Mode": 41471, "UserID": 501, "ProtectionClass": 3, "RelativePath": "Library/link", "Target": "/private/var/tmp/x"}')),
  ('02', 'AppDomain-com.apple.mobilesafari', 'Library/WebKit/WebsiteData/LocalStorage/https_store.example_0.localstorage', 1, NULL),
  ('03', 'AppDomain-com.apple.mobilesafari', 'Library/WebKit/WebsiteData/IndexedDB/http_db.example_8080/IndexedDB.sqlite3', 1, x'00'),
  ('04', 'HomeDomain', '', 2, NULL);
