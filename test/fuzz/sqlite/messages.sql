-- page_size: 512
CREATE TABLE handle(id TEXT);
CREATE TABLE message(id INTEGER PRIMARY KEY, text TEXT, date INTEGER, handle_id INTEGER, body BLOB);
CREATE INDEX message_by_date ON message(date);
INSERT INTO handle VALUES('+15550100'),('someone@mail.example');
WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10)
INSERT INTO message SELECT i, printf('%d %.*c', i, 30 * i * i, 'x'), i * 1000, i % 3, zeroblob(i) FROM n;
DELETE FROM message WHERE id = 7;
