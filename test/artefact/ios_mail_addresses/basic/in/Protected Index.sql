CREATE TABLE addresses (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, address TEXT, comment TEXT);
INSERT INTO addresses VALUES (1, 'ana@mail.example', 'Ana'), (2, NULL, '');
