-- Since 2024: numbers behind ids.
CREATE TABLE jid (_id INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT NOT NULL, server TEXT NOT NULL, agent INTEGER, device INTEGER, type INTEGER, raw_string TEXT);
INSERT INTO jid VALUES (1,'15555550101','s.whatsapp.net',0,0,0,'15555550101@s.whatsapp.net'), (2,'15555550102-1700000000','g.us',0,0,1,'15555550102-1700000000@g.us'), (3,'15555550103','s.whatsapp.net',0,0,0,'15555550103@s.whatsapp.net'), (4,'77000000000001','lid',0,0,18,'77000000000001@lid'), (5,'15555550104','s.whatsapp.net',0,0,0,'15555550104@s.whatsapp.net'), (6,'15555550103','s.whatsapp.net',0,7,17,'15555550103:7@s.whatsapp.net');
CREATE TABLE jid_map (lid_row_id INTEGER PRIMARY KEY, jid_row_id INTEGER NOT NULL);
INSERT INTO jid_map VALUES (4,5);
CREATE TABLE chat (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid_row_id INTEGER UNIQUE, hidden INTEGER, subject TEXT, created_timestamp INTEGER, archived INTEGER, sort_timestamp INTEGER, unseen_missed_calls_count INTEGER);
INSERT INTO chat VALUES (1,1,0,NULL,NULL,0,unix_ms('2024-05-01T10:00:00Z'),0), (2,2,0,'Docs',unix_ms('2024-05-01T08:00:00Z'),1,unix_ms('2024-05-01T11:00:00Z'),NULL), (3,4,1,NULL,NULL,0,unix_ms('2024-05-01T12:00:00Z'),2), (4,3,0,NULL,NULL,0,NULL,0);
CREATE TABLE message (_id INTEGER PRIMARY KEY AUTOINCREMENT, chat_row_id INTEGER NOT NULL, from_me INTEGER NOT NULL, key_id TEXT NOT NULL, sender_jid_row_id INTEGER, status INTEGER, timestamp INTEGER, received_timestamp INTEGER, message_type INTEGER, text_data TEXT, starred INTEGER);
INSERT INTO message VALUES
 (1,1,0,'3A00000000000000000A',NULL,0,unix_ms('2024-05-01T10:00:00Z'),unix_ms('2024-05-01T10:00:02Z'),0,'Read this: https://news.example/a?b=1',1),
 (2,1,1,'00000000000000000000000000000002',NULL,13,unix_ms('2024-05-01T10:01:00Z'),-1,0,'Thanks',0),
 (3,2,0,'00000000000000000000000000000003',3,0,unix_ms('2024-05-01T11:00:00Z'),unix_ms('2024-05-01T11:00:01Z'),9,NULL,0),
 (4,3,0,'00000000000000000000000000000004',NULL,0,unix_ms('2024-05-01T12:00:00Z'),0,0,'from a hidden number',0),
 (5,2,0,'00000000000000000000000000000005',4,0,unix_ms('2024-05-01T11:05:00Z'),unix_ms('2024-05-01T11:05:00Z'),777,x'66ff6f',0),
 (6,2,0,'00000000000000000000000000000006',3,6,unix_ms('2024-05-01T10:59:30Z'),0,7,NULL,0),
 (7,1,0,'00000000000000000000000000000007',NULL,6,unix_ms('2024-05-01T12:30:00Z'),0,10,NULL,0),
 (8,99,0,'00000000000000000000000000000008',NULL,0,unix_ms('2024-05-01T13:00:00Z'),0,15,NULL,0);
CREATE TABLE message_add_on (_id INTEGER PRIMARY KEY AUTOINCREMENT, chat_row_id INTEGER, from_me INTEGER, key_id TEXT NOT NULL, sender_jid_row_id INTEGER, parent_message_row_id INTEGER, timestamp INTEGER, status INTEGER, message_add_on_type INTEGER);
CREATE TABLE message_add_on_reaction (message_add_on_row_id INTEGER PRIMARY KEY, reaction TEXT, sender_timestamp INTEGER);
INSERT INTO message_add_on VALUES (1,1,1,'00000000000000000000000000000011',NULL,1,unix_ms('2024-05-01T10:10:00Z'),0,56), (2,2,0,'00000000000000000000000000000012',4,3,unix_ms('2024-05-01T11:10:00Z'),0,56);
INSERT INTO message_add_on_reaction VALUES (1,'👍',unix_ms('2024-05-01T10:09:59Z')), (2,'',unix_ms('2024-05-01T11:09:59Z')), (9,'?',0);
