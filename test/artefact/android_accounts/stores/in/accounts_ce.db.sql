CREATE TABLE accounts (_id INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, password TEXT, UNIQUE(name, type));
INSERT INTO accounts VALUES(1, 'ana@mail.example', 'com.mail.example', 'not to be read');
INSERT INTO accounts VALUES(2, 'watcher@mail.example', 'com.sync.example', NULL);
