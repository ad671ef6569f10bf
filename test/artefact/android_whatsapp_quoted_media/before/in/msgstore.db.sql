-- Until 2021.
CREATE TABLE messages (_id INTEGER PRIMARY KEY AUTOINCREMENT, key_remote_jid TEXT NOT NULL, key_from_me INTEGER, key_id TEXT NOT NULL, status INTEGER, data TEXT, timestamp INTEGER, media_wa_type TEXT, remote_resource TEXT, received_timestamp INTEGER);
INSERT INTO messages VALUES
 (1,'-1',0,'-1',-1,NULL,0,NULL,NULL,-1),
 (2,'15555550101@s.whatsapp.net',0,'3EB0AA',0,NULL,unix_ms('2018-05-01T10:00:00Z'),'4','',unix_ms('2018-05-01T10:00:03Z')),
 (3,'15555550102-1500000000@g.us',1,'3EB0AB',13,'who comes?',unix_ms('2018-05-01T10:05:00Z'),NULL,NULL,-1);
CREATE TABLE chat_list (_id INTEGER PRIMARY KEY AUTOINCREMENT, key_remote_jid TEXT UNIQUE, subject TEXT, creation INTEGER, archived INTEGER, sort_timestamp INTEGER);
INSERT INTO chat_list VALUES (1,'15555550101@s.whatsapp.net',NULL,NULL,NULL,unix_ms('2018-05-01T10:07:00Z')), (2,'15555550102-1500000000@g.us','Family',unix_ms('2017-07-14T02:40:00Z'),1,unix_ms('2018-05-01T10:05:00Z'));
