-- One row for each state; the files lie in Media/.
CREATE TABLE jid (_id INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT NOT NULL, server TEXT NOT NULL, agent INTEGER, device INTEGER, type INTEGER, raw_string TEXT);
INSERT INTO jid VALUES (2,'120363000000000002','g.us',0,0,1,'120363000000000002@g.us'), (3,'15555550103','s.whatsapp.net',0,0,0,'15555550103@s.whatsapp.net'), (4,'77000000000001','lid',0,0,18,'77000000000001@lid'), (5,'15555550104','s.whatsapp.net',0,0,0,'15555550104@s.whatsapp.net');
CREATE TABLE jid_map (lid_row_id INTEGER PRIMARY KEY, jid_row_id INTEGER NOT NULL);
INSERT INTO jid_map VALUES (4,5);
CREATE TABLE chat (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid_row_id INTEGER UNIQUE, hidden INTEGER, subject TEXT, created_timestamp INTEGER, archived INTEGER, sort_timestamp INTEGER, unseen_missed_calls_count INTEGER);
INSERT INTO chat VALUES (1,2,0,'Papers',unix_ms('2024-05-01T08:00:00Z'),0,unix_ms('2024-05-01T11:00:00Z'),0);
CREATE TABLE message (_id INTEGER PRIMARY KEY AUTOINCREMENT, chat_row_id INTEGER NOT NULL, from_me INTEGER NOT NULL, key_id TEXT NOT NULL, sender_jid_row_id INTEGER, status INTEGER, timestamp INTEGER, received_timestamp INTEGER, message_type INTEGER, text_data TEXT, starred INTEGER);
INSERT INTO message VALUES
 (1,1,0,'00000000000000000000000000000001',3,0,unix_ms('2024-05-01T10:01:00Z'),unix_ms('2024-05-01T10:01:01Z'),1,NULL,0),
 (2,1,0,'00000000000000000000000000000002',3,0,unix_ms('2024-05-01T10:02:00Z'),unix_ms('2024-05-01T10:02:01Z'),1,NULL,0),
 (3,1,0,'00000000000000000000000000000003',3,0,unix_ms('2024-05-01T10:03:00Z'),unix_ms('2024-05-01T10:03:01Z'),1,NULL,0),
 (4,1,0,'00000000000000000000000000000004',3,0,unix_ms('2024-05-01T10:04:00Z'),unix_ms('2024-05-01T10:04:01Z'),1,NULL,0),
 (5,1,0,'00000000000000000000000000000005',4,0,unix_ms('2024-05-01T10:05:00Z'),unix_ms('2024-05-01T10:05:01Z'),1,NULL,0),
 (6,1,0,'00000000000000000000000000000006',3,0,unix_ms('2024-05-01T10:06:00Z'),unix_ms('2024-05-01T10:06:01Z'),1,NULL,0),
 (7,1,1,'00000000000000000000000000000007',NULL,0,unix_ms('2024-05-01T10:07:00Z'),-1,1,NULL,0),
 (8,1,0,'00000000000000000000000000000008',3,0,unix_ms('2024-05-01T10:08:00Z'),unix_ms('2024-05-01T10:08:01Z'),1,NULL,0),
 (9,1,0,'00000000000000000000000000000009',3,0,unix_ms('2024-05-01T10:09:00Z'),unix_ms('2024-05-01T10:09:01Z'),1,NULL,0),
 (10,1,0,'00000000000000000000000000000010',3,0,unix_ms('2024-05-01T10:10:00Z'),unix_ms('2024-05-01T10:10:01Z'),1,NULL,0),
 (11,1,0,'00000000000000000000000000000011',3,0,unix_ms('2024-05-01T10:11:00Z'),unix_ms('2024-05-01T10:11:01Z'),1,NULL,0),
 (12,1,1,'00000000000000000000000000000012',NULL,0,unix_ms('2024-05-01T10:12:00Z'),-1,1,NULL,0);
CREATE TABLE message_text (message_row_id INTEGER PRIMARY KEY, description TEXT, page_title TEXT, url TEXT);
CREATE TABLE call_log (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid_row_id INTEGER, from_me INTEGER, call_id TEXT, transaction_id INTEGER, timestamp INTEGER, video_call INTEGER, duration INTEGER, call_result INTEGER, bytes_transferred INTEGER, group_jid_row_id INTEGER NOT NULL DEFAULT 0, is_joinable_group_call INTEGER, call_creator_device_jid_row_id INTEGER NOT NULL DEFAULT 0);
CREATE TABLE message_media (message_row_id INTEGER PRIMARY KEY, chat_row_id INTEGER, transferred INTEGER, transcoded INTEGER, file_path TEXT, file_size INTEGER, direct_path TEXT, message_url TEXT, mime_type TEXT, file_length INTEGER, media_name TEXT, file_hash TEXT, enc_file_hash TEXT, original_file_hash TEXT, partial_media_hash TEXT);
INSERT INTO message_media VALUES
 (1,1,1,0,'Media/WhatsApp Images/IMG-20240501-WA0001.jpg',0,NULL,NULL,'image/jpeg',17,'IMG-20240501-WA0001.jpg','+IuYGfuamY9vFsWHBImuoq8peFpTwBl8zTN3ZQjtf+Q=',NULL,NULL,NULL),
 (2,1,1,0,'Media/WhatsApp Images/IMG-20240501-WA0002.jpg',0,NULL,NULL,'image/jpeg',27,NULL,'SeZqwk3oY2ybYmFRyyI8yYbvHfIawGVbqb1IyxMOtvk=',NULL,NULL,NULL),
 (3,1,1,0,'Media/WhatsApp Images/IMG-20240501-WA0003.jpg',0,NULL,NULL,'image/jpeg',13,NULL,'hWeRlx4tBNBHa3K3HrPw0uk2UQ09+em+R9EX4aVuXkk=',NULL,NULL,NULL),
 (4,1,1,0,'Media/WhatsApp Images/IMG-20240501-WA0004.jpg',0,NULL,NULL,'image/jpeg',13,NULL,'H4GTabcwxZVVFmed5HBSzeRPhyJgVjVVCmlhJaRLBqA=',NULL,NULL,NULL),
 (5,1,1,0,'Media/WhatsApp Images/IMG-20240501-WA0005.jpg',0,NULL,NULL,'image/jpeg',77,NULL,NULL,NULL,NULL,NULL),
 (6,1,0,0,NULL,0,NULL,NULL,'image/jpeg',14,NULL,'THXIpcU15MXS0xiflhrMSQGqRYP7vgz4IoAcIhqdH2Y=',NULL,NULL,NULL),
 (7,1,1,1,'Media/WhatsApp Images/Sent/IMG-20240501-WA0007.jpg',0,NULL,NULL,'image/jpeg',22,NULL,'rrkReZH4pTV3XlAZoqklBhRb+iHY0NhqmAHslObWeUU=',NULL,NULL,NULL),
 (8,1,1,0,'Media/WhatsApp Images/IMG-20240501-WA0008.jpg',0,NULL,NULL,'image/jpeg',23,NULL,'6nSKPihRymb8iymatYeBGJFWxbYOY1WntIo/cmcF7pQ=',NULL,NULL,NULL),
 (9,1,1,0,'Media/WhatsApp Images/IMG-20240501-WA0009.jpg',0,NULL,NULL,'image/jpeg',23,NULL,'ESveZoxGUGPdN3RCgjNUicodQFegmMIEmLgFKowneQA=',NULL,NULL,NULL),
 (10,1,1,0,'Media/WhatsApp Images/IMG-20240501-WA0010.jpg',0,NULL,NULL,'image/jpeg',22,NULL,'4z9iYNSbcGUHFkSYzh2jpn24g8m8wL8g2+z6DSdn6ks=',NULL,NULL,'LiVjnFKh5PwdAJbWtAZvydX226a3665AqSixhGbJGtE='),
 (11,1,1,0,'Media/WhatsApp Images/IMG-20240501-WA0011.jpg',0,NULL,NULL,'image/jpeg',16,NULL,'H7uqD5O+tiJ3EZ5QVLJPBUO+MKyOTYHWtU3Loo4bhfE=',NULL,NULL,NULL),
 (12,1,1,0,'Media/WhatsApp Images/Sent/IMG-20240501-WA0012.jpg',0,NULL,NULL,'image/jpeg',14,NULL,'5rpxKM48w2lWlIUrDiTPI2Vf0MVDAqE1cvRhWgb86YY=',NULL,NULL,NULL);
