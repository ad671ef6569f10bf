CREATE TABLE history (id INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT, url TEXT UNIQUE, title TEXT);
CREATE TABLE visits (id INTEGER PRIMARY KEY AUTOINCREMENT, siteID INTEGER, date REAL, type INTEGER, is_local INTEGER);
INSERT INTO history VALUES (1, 'g', 'https://start.example/', 'Start');
INSERT INTO visits VALUES (1, 1, unix_us('2019-05-03T10:11:12.25Z'), 1, 1);
