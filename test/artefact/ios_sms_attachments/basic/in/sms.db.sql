-- 1: received. 2: sent. 3: its message is gone; a name that is not a picture's.
CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, text TEXT, handle_id INTEGER DEFAULT 0, subject TEXT,
  attributedBody BLOB, service TEXT, account TEXT, error INTEGER DEFAULT 0, date INTEGER, date_read INTEGER, date_delivered INTEGER,
  is_from_me INTEGER DEFAULT 0, is_read INTEGER DEFAULT 0, cache_has_attachments INTEGER DEFAULT 0, is_audio_message INTEGER DEFAULT 0,
  date_played INTEGER, item_type INTEGER DEFAULT 0, group_title TEXT);
CREATE TABLE handle (ROWID INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, id TEXT NOT NULL, country TEXT, service TEXT NOT NULL);
CREATE TABLE attachment (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, created_date INTEGER DEFAULT 0, start_date INTEGER DEFAULT 0, filename TEXT, uti TEXT, mime_type TEXT,
  transfer_state INTEGER DEFAULT 0, is_outgoing INTEGER DEFAULT 0, user_info BLOB, transfer_name TEXT, total_bytes INTEGER DEFAULT 0, is_sticker INTEGER DEFAULT 0, hide_attachment INTEGER DEFAULT 0);
CREATE TABLE message_attachment_join (message_id INTEGER, attachment_id INTEGER, UNIQUE(message_id, attachment_id));
INSERT INTO handle VALUES (1, '+12025550101', 'us', 'iMessage');
INSERT INTO message (ROWID, guid, handle_id, service, date, is_from_me) VALUES
  (7, 'G-7', 1, 'iMessage', mac_ns('2024-05-03T10:11:12Z'), 0), (8, 'G-8', 1, 'SMS', mac_ns('2024-05-04T10:11:12Z'), 1);
INSERT INTO attachment VALUES
  (1, 'at_0_1', mac('2024-05-03T10:11:13Z'), mac_ns('2024-05-03T10:11:14Z'), '~/Library/SMS/Attachments/a1/01/at_0_1/IMG_0001.HEIC', 'public.heic', 'image/heic', 5, 0,
    plist('{"mmcs-url": "https://store.example/m"}'), 'IMG_0001.HEIC', 4096, 1, 0),
  (2, 'at_0_2', mac('2024-05-04T10:11:13Z'), mac('2024-05-04T10:11:14Z'), '~/Library/SMS/Attachments/a2/02/at_0_2/a.pdf', 'com.adobe.pdf', 'application/pdf', 5, 1, NULL, 'a.pdf', 10, 0, 1),
  (3, 'at_0_3', 0, 0, '/var/tmp/com.apple.messages/x/tmp-1', NULL, NULL, 0, 0, NULL, NULL, 0, 0, 0);
INSERT INTO message_attachment_join VALUES (7, 1), (8, 2);
