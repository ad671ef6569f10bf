CREATE TABLE history (id INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT, url TEXT UNIQUE, title TEXT);
CREATE TABLE favicons (id INTEGER PRIMARY KEY, url TEXT, width INTEGER, height INTEGER, type INTEGER, date REAL);
CREATE TABLE favicon_sites (id INTEGER PRIMARY KEY, siteID INTEGER, faviconID INTEGER);
INSERT INTO history VALUES (1, 'g', 'https://start.example/', 'Start');
INSERT INTO favicons VALUES (1, 'https://start.example/icon.png', 16, 16, 0, unix('2019-05-03T10:11:12Z'));
INSERT INTO favicon_sites VALUES (1, 1, 1);
