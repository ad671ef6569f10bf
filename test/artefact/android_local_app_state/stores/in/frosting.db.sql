CREATE TABLE frosting (pk TEXT PRIMARY KEY, last_updated INTEGER, apk_path TEXT, data BLOB);
INSERT INTO frosting VALUES('com.shop.example', unix_ms('2026-01-02T10:00:05Z'), '/data/app/com.shop.example/base.apk', X'00');
