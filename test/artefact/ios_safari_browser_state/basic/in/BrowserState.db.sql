CREATE TABLE tabs (id INTEGER PRIMARY KEY, uuid TEXT, title TEXT, url TEXT, user_visible_url TEXT, order_index INTEGER, last_viewed_time REAL, opened_from_link INTEGER, private_browsing INTEGER);
CREATE TABLE tab_sessions (id INTEGER PRIMARY KEY, tab_uuid TEXT, session_data BLOB);
INSERT INTO tabs VALUES (1, 'U-1', 'Start', 'https://start.example/', 'https://start.example/', 0, mac('2024-05-03T10:11:12Z'), 1, 0), (2, 'U-2', NULL, 'https://end.example/', 'end.example', 1, 0, 0, 1);
INSERT INTO tab_sessions VALUES (1, 'U-1', session('{"SessionHistory": {"SessionHistoryEntries": [{"SessionHistoryEntryURL": "https://before.example/"}]}}'));
