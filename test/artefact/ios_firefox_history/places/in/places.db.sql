CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url LONGVARCHAR NOT NULL, title LONGVARCHAR);
CREATE TABLE moz_historyvisits (id INTEGER PRIMARY KEY, is_local INTEGER NOT NULL, from_visit INTEGER, place_id INTEGER NOT NULL, visit_date INTEGER NOT NULL, visit_type INTEGER NOT NULL);
INSERT INTO moz_places VALUES (1, 'https://start.example/', 'Start'), (2, 'https://end.example/x', NULL);
INSERT INTO moz_historyvisits VALUES (1, 1, NULL, 1, unix_ms('2024-05-03T10:11:12Z'), 2), (2, 0, 1, 2, unix_ms('2024-05-03T10:11:12.5Z'), 5), (3, 1, 0, 9, 0, 1);
