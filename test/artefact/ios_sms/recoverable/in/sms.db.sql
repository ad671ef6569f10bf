-- As on iOS 16 and later: deleted messages stay for a while; times are nanoseconds.
CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, text TEXT, handle_id INTEGER DEFAULT 0, subject TEXT,
  attributedBody BLOB, service TEXT, account TEXT, error INTEGER DEFAULT 0, date INTEGER, date_read INTEGER, date_delivered INTEGER,
  is_from_me INTEGER DEFAULT 0, is_read INTEGER DEFAULT 0, cache_has_attachments INTEGER DEFAULT 0, is_audio_message INTEGER DEFAULT 0,
  date_played INTEGER, item_type INTEGER DEFAULT 0, group_title TEXT, associated_message_guid TEXT, balloon_bundle_id TEXT, payload_data BLOB, message_summary_info BLOB,
  destination_caller_id TEXT, reply_to_guid TEXT, is_spam INTEGER DEFAULT 0, thread_originator_guid TEXT, date_retracted INTEGER, date_edited INTEGER);
CREATE TABLE handle (ROWID INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, id TEXT NOT NULL, country TEXT, service TEXT NOT NULL);
CREATE TABLE chat (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, chat_identifier TEXT, service_name TEXT, room_name TEXT, display_name TEXT,
  last_addressed_handle TEXT, is_archived INTEGER DEFAULT 0, is_filtered INTEGER, properties BLOB);
CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER, PRIMARY KEY (chat_id, message_id));
CREATE TABLE chat_recoverable_message_join (chat_id INTEGER, message_id INTEGER, delete_date INTEGER, PRIMARY KEY (chat_id, message_id));
INSERT INTO handle VALUES (1, '+12025550101', 'us', 'iMessage'), (2, 'ana@mail.example', NULL, 'iMessage');
INSERT INTO chat (ROWID, guid, chat_identifier, service_name, display_name) VALUES
  (1, 'iMessage;-;+12025550101', '+12025550101', 'iMessage', ''),
  (2, 'iMessage;+;chat7', 'chat7', 'iMessage', 'Family'),
  (3, 'SMS;-;+12025550103', '+12025550103', 'SMS', NULL);
-- 1: the usual form. 2: text in attributedBody alone, handle 0. 3: an edited message, taken back. 4: deleted. 5: a link without text.
-- 6: the group gets a name. 7: nothing but its number.
INSERT INTO message (ROWID, guid, text, handle_id, subject, attributedBody, service, account, date, date_read, date_delivered, is_from_me, is_read, destination_caller_id)
  VALUES (1, 'G-1', 'See https://news.example/a', 1, 'Today', attributed_body('See https://news.example/a'), 'iMessage', 'e:owner@mail.example',
    mac_ns('2024-05-03T10:11:12.5Z'), mac_ns('2024-05-03T10:12:00Z'), 0, 0, 1, 'owner@mail.example');
INSERT INTO message (ROWID, guid, text, handle_id, attributedBody, service, date, is_from_me)
  VALUES (2, 'G-2', NULL, 0, attributed_body('Parcel: https://parcel.example/x'), 'SMS', mac_ns('2024-05-03T11:00:00Z'), 0);
INSERT INTO message (ROWID, guid, text, handle_id, service, account, date, date_delivered, is_from_me, message_summary_info, date_edited, date_retracted, reply_to_guid, thread_originator_guid, error)
  VALUES (3, 'G-3', '', 2, 'iMessage', 'e:owner@mail.example', mac_ns('2024-05-04T08:00:00Z'), mac_ns('2024-05-04T08:00:01Z'), 1,
    edits('first form https://old.example/1'), mac_ns('2024-05-04T08:01:00Z'), mac_ns('2024-05-04T08:02:00Z'), 'G-2', 'G-1', 22);
INSERT INTO message (ROWID, guid, text, handle_id, service, date, is_from_me, is_spam, cache_has_attachments, is_audio_message, date_played)
  VALUES (4, 'G-4', 'gone', 1, 'RCS', mac_ns('2024-05-05T08:00:00Z'), 0, 1, 1, 1, mac_ns('2024-05-05T09:00:00Z'));
INSERT INTO message (ROWID, guid, handle_id, service, date, balloon_bundle_id, payload_data, associated_message_guid)
  VALUES (5, 'G-5', 1, 'iMessage', mac_ns('2024-05-06T08:00:00Z'), 'com.apple.messages.URLBalloonProvider', plist('{"$objects": ["$null", {"URL": "https://rich.example/b"}]}'), 'p:0/G-1');
INSERT INTO message (ROWID, guid, handle_id, service, date, item_type, group_title) VALUES (6, 'G-6', 2, 'iMessage', mac_ns('2024-05-07T08:00:00Z'), 2, 'Family');
INSERT INTO message (ROWID, guid) VALUES (7, 'G-7');
INSERT INTO chat_message_join VALUES (1, 1), (3, 2), (2, 3), (1, 5), (2, 6);
INSERT INTO chat_recoverable_message_join VALUES (1, 4, mac_ns('2024-05-08T08:00:00Z'));
