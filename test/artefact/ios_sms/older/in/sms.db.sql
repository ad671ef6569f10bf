-- Up to iOS 10: times are seconds; no edits, no rich links. Row 3 has bytes where text should stand.
CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, text TEXT, handle_id INTEGER DEFAULT 0, subject TEXT,
  attributedBody BLOB, service TEXT, account TEXT, error INTEGER DEFAULT 0, date INTEGER, date_read INTEGER, date_delivered INTEGER,
  is_from_me INTEGER DEFAULT 0, is_read INTEGER DEFAULT 0, cache_has_attachments INTEGER DEFAULT 0, is_audio_message INTEGER DEFAULT 0,
  date_played INTEGER, item_type INTEGER DEFAULT 0, group_title TEXT);
CREATE TABLE handle (ROWID INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, id TEXT NOT NULL, country TEXT, service TEXT NOT NULL);
CREATE TABLE chat (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, chat_identifier TEXT, service_name TEXT, room_name TEXT, display_name TEXT,
  last_addressed_handle TEXT, is_archived INTEGER DEFAULT 0, is_filtered INTEGER, properties BLOB);
CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER, PRIMARY KEY (chat_id, message_id));
INSERT INTO handle VALUES (1, '+12025550101', 'us', 'SMS');
INSERT INTO message (ROWID, guid, text, handle_id, service, account, date, date_read, is_from_me) VALUES
  (1, 'G-1', 'http://old.example/', 1, 'SMS', 'P:+12025550100', mac('2012-05-03T10:11:12Z'), mac('2012-05-03T10:12:00Z'), 0),
  (2, 'G-2', 'no handle row', 9, 'SMS', NULL, 0, 0, 1),
  (3, 'G-3', x'68747470733a2f2f62797465732e6578616d706c65', 1, 'SMS', NULL, mac('2012-05-03T10:13:00Z'), NULL, 0);
