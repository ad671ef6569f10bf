-- What newer versions leave in browser.db.
CREATE TABLE page_metadata (id INTEGER PRIMARY KEY AUTOINCREMENT, cache_key LONGVARCHAR UNIQUE, site_url TEXT, media_url LONGVARCHAR, title TEXT, type VARCHAR(32), description TEXT, provider_name TEXT, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, expired_at LONG);
INSERT INTO page_metadata VALUES (4, 'k', 'https://meta.example/', NULL, 'Meta', NULL, NULL, NULL, '2024-05-03 10:11:12', 0);
