-- A store in which only messages and handles are left; times of 17 and of 19 digits.
CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, text TEXT, handle_id INTEGER DEFAULT 0, subject TEXT,
  attributedBody BLOB, service TEXT, account TEXT, error INTEGER DEFAULT 0, date INTEGER, date_read INTEGER, date_delivered INTEGER,
  is_from_me INTEGER DEFAULT 0, is_read INTEGER DEFAULT 0, cache_has_attachments INTEGER DEFAULT 0, is_audio_message INTEGER DEFAULT 0,
  date_played INTEGER, item_type INTEGER DEFAULT 0, group_title TEXT, associated_message_guid TEXT, balloon_bundle_id TEXT, payload_data BLOB, message_summary_info BLOB,
  destination_caller_id TEXT, reply_to_guid TEXT, is_spam INTEGER DEFAULT 0, thread_originator_guid TEXT, date_retracted INTEGER, date_edited INTEGER);
CREATE TABLE handle (ROWID INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, id TEXT NOT NULL, country TEXT, service TEXT NOT NULL);
INSERT INTO handle VALUES (1, '+12025550101', 'us', 'iMessage');
INSERT INTO message (ROWID, guid, text, handle_id, service, date) VALUES (1, 'G-1', 'early', 1, 'iMessage', 86400000000000000), (2, 'G-2', 'late', 1, 'iMessage', 1009843200000000000);
