-- With marks of unknown callers.
CREATE TABLE jid (_id INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT NOT NULL, server TEXT NOT NULL, agent INTEGER, device INTEGER, type INTEGER, raw_string TEXT);
INSERT INTO jid VALUES (1,'15555550101','s.whatsapp.net',0,0,0,'15555550101@s.whatsapp.net'), (2,'15555550102-1700000000','g.us',0,0,1,'15555550102-1700000000@g.us'), (3,'15555550103','s.whatsapp.net',0,0,0,'15555550103@s.whatsapp.net'), (4,'77000000000001','lid',0,0,18,'77000000000001@lid'), (5,'15555550104','s.whatsapp.net',0,0,0,'15555550104@s.whatsapp.net'), (6,'15555550103','s.whatsapp.net',0,7,17,'15555550103:7@s.whatsapp.net');
CREATE TABLE call_log (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid_row_id INTEGER, from_me INTEGER, call_id TEXT, transaction_id INTEGER, timestamp INTEGER, video_call INTEGER, duration INTEGER, call_result INTEGER, bytes_transferred INTEGER, group_jid_row_id INTEGER NOT NULL DEFAULT 0, is_joinable_group_call INTEGER, call_creator_device_jid_row_id INTEGER NOT NULL DEFAULT 0);
INSERT INTO call_log VALUES (1,3,0,'CALL1',-1,unix_ms('2019-05-08T03:12:00Z'),1,0,2,4096,0,0,0), (2,1,1,'CALL2',-1,unix_ms('2019-05-08T09:00:00Z'),0,311,5,991613,2,0,6), (3,4,0,'CALL3',-1,unix_ms('2019-05-08T10:00:00Z'),0,0,4,0,0,0,0), (4,77,0,'CALL4',-1,unix_ms('2019-05-08T11:00:00Z'),0,0,42,0,0,0,0);
CREATE TABLE call_log_participant_v2 (_id INTEGER PRIMARY KEY AUTOINCREMENT, call_log_row_id INTEGER, jid_row_id INTEGER, call_result INTEGER);
INSERT INTO call_log_participant_v2 VALUES (1,2,1,5), (2,2,5,2);
CREATE TABLE call_unknown_caller (call_log_row_id INTEGER PRIMARY KEY);
INSERT INTO call_unknown_caller VALUES (1);
