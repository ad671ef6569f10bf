CREATE TABLE tabs (id INTEGER PRIMARY KEY, uuid TEXT, title TEXT, url TEXT, user_visible_url TEXT, last_viewed_time REAL, session_data BLOB);
INSERT INTO tabs VALUES (1, 'U-1', 'Start', 'https://start.example/', NULL, mac('2017-05-03T10:11:12Z'), plist('{"SessionHistory": {"SessionHistoryEntries": [{"SessionHistoryEntryURL": "https://before.example/"}]}}'));
