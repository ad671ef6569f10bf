CREATE TABLE favicons (id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL UNIQUE, width INTEGER, height INTEGER, type INTEGER NOT NULL, date REAL NOT NULL);
CREATE TABLE favicon_site_urls (id INTEGER PRIMARY KEY AUTOINCREMENT, site_url TEXT NOT NULL, faviconID INTEGER NOT NULL);
INSERT INTO favicons VALUES (1, 'https://start.example/icon.png', 16, 16, 0, unix_ms('2024-05-03T10:11:12Z')), (2, 'https://end.example/icon.png', 32, 32, 0, unix('2024-05-03T10:11:12Z'));
INSERT INTO favicon_site_urls VALUES (1, 'https://start.example/', 1), (2, 'https://end.example/', 2), (3, 'https://noicon.example/', 7);
