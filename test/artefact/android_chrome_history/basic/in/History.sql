-- 2 was reached by a redirect of the server from 1; 3 is a visit whose page is gone; 4 has an unknown transition.
CREATE TABLE urls (id INTEGER PRIMARY KEY AUTOINCREMENT, url LONGVARCHAR, title LONGVARCHAR, visit_count INTEGER DEFAULT 0 NOT NULL, typed_count INTEGER DEFAULT 0 NOT NULL, last_visit_time INTEGER NOT NULL, hidden INTEGER DEFAULT 0 NOT NULL);
CREATE TABLE visits (id INTEGER PRIMARY KEY, url INTEGER NOT NULL, visit_time INTEGER NOT NULL, from_visit INTEGER, transition INTEGER DEFAULT 0 NOT NULL, segment_id INTEGER, visit_duration INTEGER DEFAULT 0 NOT NULL);
INSERT INTO urls VALUES (1, 'http://start.example/', 'Start', 2, 0, chrome('2024-05-03T10:11:12Z'), 0), (2, 'https://end.example/x', '', 1, 0, chrome('2024-05-03T10:11:12.25Z'), 0);
INSERT INTO visits VALUES (1, 1, chrome('2024-05-03T10:11:12Z'), 0, 805306369, 0, 1500000), (2, 2, chrome('2024-05-03T10:11:12.25Z'), 1, 2147483648, 0, 0), (3, 9, chrome('2024-05-04T00:00:00Z'), 0, 1073741824, 0, 0), (4, 1, 0, 0, 99, 0, 0);
