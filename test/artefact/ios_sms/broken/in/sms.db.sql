-- Values that are damaged inside a sound database: 1 is whole; 2 lacks the end of its attributedBody, 3 all text of it;
-- 4 lacks the end of its list of edits; the rich link of 5 is of a form that is not known.
CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, text TEXT, handle_id INTEGER DEFAULT 0, subject TEXT,
  attributedBody BLOB, service TEXT, account TEXT, error INTEGER DEFAULT 0, date INTEGER, date_read INTEGER, date_delivered INTEGER,
  is_from_me INTEGER DEFAULT 0, is_read INTEGER DEFAULT 0, cache_has_attachments INTEGER DEFAULT 0, is_audio_message INTEGER DEFAULT 0,
  date_played INTEGER, item_type INTEGER DEFAULT 0, group_title TEXT, associated_message_guid TEXT, balloon_bundle_id TEXT, payload_data BLOB, message_summary_info BLOB,
  destination_caller_id TEXT, reply_to_guid TEXT, is_spam INTEGER DEFAULT 0, thread_originator_guid TEXT, date_retracted INTEGER, date_edited INTEGER);
CREATE TABLE handle (ROWID INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, id TEXT NOT NULL, country TEXT, service TEXT NOT NULL);
INSERT INTO handle VALUES (1, '+12025550101', 'us', 'iMessage');
INSERT INTO message (ROWID, guid, handle_id, service, date, attributedBody) VALUES
  (1, 'G-1', 1, 'iMessage', mac_ns('2024-05-03T10:11:12Z'), attributed_body('whole')),
  (2, 'G-2', 1, 'iMessage', mac_ns('2024-05-03T10:11:13Z'), substr(attributed_body('See https://cut.example/a'), 1, length(attributed_body('See https://cut.example/a')) - 6)),
  (3, 'G-3', 1, 'iMessage', mac_ns('2024-05-03T10:11:14Z'), substr(attributed_body('lost'), 1, 40));
INSERT INTO message (ROWID, guid, handle_id, service, date, message_summary_info, payload_data) VALUES
  (4, 'G-4', 1, 'iMessage', mac_ns('2024-05-03T10:11:15Z'), substr(plist('{"text": "a form of before"}'), 1, 40), NULL),
  (5, 'G-5', 1, 'iMessage', mac_ns('2024-05-03T10:11:16Z'), NULL, x'0a03666f6f');
