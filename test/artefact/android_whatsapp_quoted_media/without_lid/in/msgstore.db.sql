-- Until 2024.
CREATE TABLE jid (_id INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT NOT NULL, server TEXT NOT NULL, agent INTEGER, device INTEGER, type INTEGER, raw_string TEXT);
INSERT INTO jid VALUES (1,'15555550101','s.whatsapp.net',0,0,0,'15555550101@s.whatsapp.net'), (2,'15555550102-1700000000','g.us',0,0,1,'15555550102-1700000000@g.us'), (3,'15555550103','s.whatsapp.net',0,0,0,'15555550103@s.whatsapp.net'), (4,'77000000000001','lid',0,0,18,'77000000000001@lid'), (5,'15555550104','s.whatsapp.net',0,0,0,'15555550104@s.whatsapp.net'), (6,'15555550103','s.whatsapp.net',0,7,17,'15555550103:7@s.whatsapp.net');
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
CREATE TABLE message_quoted (message_row_id INTEGER PRIMARY KEY AUTOINCREMENT, chat_row_id INTEGER NOT NULL, parent_message_chat_row_id INTEGER NOT NULL, from_me INTEGER NOT NULL, sender_jid_row_id INTEGER, key_id TEXT NOT NULL, timestamp INTEGER, message_type INTEGER, text_data TEXT);
INSERT INTO message_quoted VALUES (2,1,1,0,NULL,'3A0000000000000000AA',unix_ms('2024-04-30T10:00:00Z'),0,'erased since: http://short.example/q'), (5,2,2,0,4,'00000000000000000000000000000099',unix_ms('2024-05-01T11:00:00Z'),9,NULL), (900,9,9,1,NULL,'gone',0,0,'own');
CREATE TABLE message_quoted_media (message_row_id INTEGER PRIMARY KEY, media_job_uuid TEXT, transferred INTEGER, file_path TEXT, file_size INTEGER, media_key BLOB, media_key_timestamp INTEGER, width INTEGER, height INTEGER, direct_path TEXT, message_url TEXT, mime_type TEXT, file_length INTEGER, media_name TEXT, file_hash TEXT, media_duration INTEGER, page_count INTEGER, enc_file_hash TEXT, thumbnail BLOB);
INSERT INTO message_quoted_media VALUES
 (2,NULL,0,'Media/WhatsApp Images/IMG-20240430-WA0001.jpg',0,x'00',NULL,640,480,'/v/t62.7118-24/1_n.enc','https://mmg.example/v/1_n.enc','image/jpeg',4,NULL,'rz5/M+4M3pJI6CztiM2qJVEEzDRUx4hauD6sFlgmoTU=',0,0,'ydADa+1nRLzfaS/JgNhxfX5fWk9Ogma0qEmCYC+xzQk=',NULL),
 (5,NULL,1,NULL,2048,NULL,NULL,0,0,NULL,NULL,'application/pdf',0,'plan.pdf','no hash',0,3,NULL,NULL),
 (777,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'image/webp',NULL,NULL,'AP0zGV+Pif73VGq5lJwu8lByubTMJ44e0cL1GLuApYM=',NULL,NULL,NULL,NULL);
