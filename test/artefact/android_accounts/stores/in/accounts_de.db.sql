CREATE TABLE accounts (_id INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, previous_name TEXT, last_password_entry_time_millis_epoch INTEGER DEFAULT 0, UNIQUE(name, type));
INSERT INTO accounts VALUES(1, 'ana@mail.example', 'com.mail.example', 'ana.old@mail.example', unix_ms('2026-01-02T10:00:00Z'));
INSERT INTO accounts VALUES(2, 'watcher@mail.example', 'com.sync.example', NULL, 0);
