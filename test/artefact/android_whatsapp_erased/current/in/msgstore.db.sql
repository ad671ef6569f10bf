-- Two calls and one message deleted from the middle, the last message too.
CREATE TABLE call_log (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid_row_id INTEGER, timestamp INTEGER);
INSERT INTO call_log VALUES (1,1,unix_ms('2019-05-01T10:00:00Z')), (4,1,unix_ms('2019-05-03T11:00:00Z')), (5,1,unix_ms('2019-05-03T12:00:00Z'));
CREATE TABLE message (_id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp INTEGER);
INSERT INTO message VALUES (1,unix_ms('2019-05-01T09:00:00Z')), (3,unix_ms('2019-05-02T09:00:00Z')), (4,unix_ms('2019-05-02T09:01:00Z')), (6,0);
DELETE FROM message WHERE _id = 6;
