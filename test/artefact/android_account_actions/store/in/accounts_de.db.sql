CREATE TABLE accounts (_id INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, previous_name TEXT, last_password_entry_time_millis_epoch INTEGER DEFAULT 0, UNIQUE(name, type));
INSERT INTO accounts VALUES(2, 'watcher@mail.example', 'com.sync.example', NULL, 0);
CREATE TABLE debug_table (_id INTEGER, action_type TEXT NOT NULL, time DATETIME, caller_uid INTEGER NOT NULL, table_name TEXT NOT NULL, primary_key INTEGER PRIMARY KEY);
INSERT INTO debug_table VALUES(2, 'action_account_add', '2026-01-09 03:05:00', 10150, 'accounts', 1);
INSERT INTO debug_table VALUES(1, 'action_account_remove', '2026-01-09 03:06:00', 1000, 'accounts', 2);
INSERT INTO debug_table VALUES(1, 'action_set_password', NULL, 1000, 'accounts', 3);
