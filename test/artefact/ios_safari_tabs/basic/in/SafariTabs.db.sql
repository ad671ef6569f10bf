CREATE TABLE bookmarks (id INTEGER PRIMARY KEY, special_id INTEGER DEFAULT 0, parent INTEGER, type INTEGER, title TEXT, url TEXT, external_uuid TEXT, last_modified REAL, deleted INTEGER, extra_attributes BLOB, local_attributes BLOB, date_closed REAL);
INSERT INTO bookmarks VALUES (0, 0, NULL, 1, 'Root', '', 'Root', 0, 0, NULL, NULL, NULL),
  (5, 0, 0, 0, 'Start', 'https://start.example/', 'U-5', mac('2024-05-03T10:11:12Z'), 0, plist('{"com.apple.Bookmark": {"DateAdded": "x"}}'), plist('{"LastVisit": "https://before.example/"}'), mac('2024-05-04T10:11:12Z'));
