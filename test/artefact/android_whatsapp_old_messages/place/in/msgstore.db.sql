-- A place, in the row of its message.
CREATE TABLE messages (_id INTEGER PRIMARY KEY AUTOINCREMENT, key_remote_jid TEXT NOT NULL, key_from_me INTEGER, key_id TEXT NOT NULL, status INTEGER, data TEXT, timestamp INTEGER, media_url TEXT, media_mime_type TEXT, media_wa_type TEXT, media_size INTEGER, media_name TEXT, media_caption TEXT, media_hash TEXT, remote_resource TEXT, received_timestamp INTEGER, starred INTEGER, media_enc_hash TEXT, latitude REAL, longitude REAL);
INSERT INTO messages VALUES
 (1,'15555550101@s.whatsapp.net',0,'3EB0BA',0,NULL,unix_ms('2018-05-01T10:00:00Z'),NULL,NULL,'5',0,'A square',NULL,NULL,NULL,unix_ms('2018-05-01T10:00:03Z'),0,NULL,52.5,-13.25),
 (2,'15555550101@s.whatsapp.net',1,'3EB0BB',13,'there?',unix_ms('2018-05-01T10:01:00Z'),NULL,NULL,'0',0,NULL,NULL,NULL,NULL,-1,0,NULL,0.0,0.0);
