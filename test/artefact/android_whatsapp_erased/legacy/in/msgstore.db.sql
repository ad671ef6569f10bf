-- Before there was a list of calls.
CREATE TABLE messages (_id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp INTEGER);
INSERT INTO messages VALUES (1,unix_ms('2018-05-01T09:00:00Z')), (2,unix_ms('2018-05-01T09:01:00Z')), (9,unix_ms('2018-05-02T09:01:00Z'));
