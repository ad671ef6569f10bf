-- Until 2021 there was another table.
CREATE TABLE messages (_id INTEGER PRIMARY KEY AUTOINCREMENT, key_remote_jid TEXT NOT NULL, key_from_me INTEGER, key_id TEXT NOT NULL, status INTEGER, data TEXT, timestamp INTEGER, media_url TEXT, media_mime_type TEXT, media_wa_type TEXT, media_size INTEGER, media_name TEXT, media_caption TEXT, media_hash TEXT, remote_resource TEXT, received_timestamp INTEGER, starred INTEGER, media_enc_hash TEXT);
INSERT INTO messages VALUES
 (1,'-1',0,'-1',-1,NULL,0,NULL,NULL,'-1',-1,NULL,NULL,NULL,NULL,-1,NULL,NULL),
 (2,'15555550101@s.whatsapp.net',0,'3EB0AA',0,'http://short.example/x',unix_ms('2018-05-01T10:00:00Z'),NULL,NULL,'0',0,NULL,NULL,NULL,'',unix_ms('2018-05-01T10:00:03Z'),1,NULL),
 (3,'15555550102-1500000000@g.us',0,'3EB0AB',0,NULL,unix_ms('2018-05-01T10:05:00Z'),'https://mmg.example/d/f/x.enc','image/jpeg','1',4242,'IMG-1.jpg','look','FcCcn/XPAc0ONSqoVHpnXjqagvQYSCJ23gmyIDdgJXI=','15555550103@s.whatsapp.net',unix_ms('2018-05-01T10:05:01Z'),0,'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8='),
 (4,'15555550101@s.whatsapp.net',1,'3EB0AC',13,'yes',unix_ms('2018-05-01T10:06:00Z'),NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,-1,0,NULL),
 (5,'15555550101@s.whatsapp.net',0,'call:9',6,NULL,unix_ms('2018-05-01T10:07:00Z'),NULL,NULL,'10',0,NULL,NULL,NULL,NULL,0,0,NULL);
