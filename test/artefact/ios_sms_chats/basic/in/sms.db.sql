-- 1: with a message. 2: a group, empty. The people of 2 stand in its join.
CREATE TABLE handle (ROWID INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, id TEXT NOT NULL, country TEXT, service TEXT NOT NULL);
CREATE TABLE chat (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, chat_identifier TEXT, service_name TEXT, room_name TEXT, display_name TEXT,
  last_addressed_handle TEXT, is_archived INTEGER DEFAULT 0, is_filtered INTEGER, properties BLOB);
CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER, PRIMARY KEY (chat_id, message_id));
CREATE TABLE chat_handle_join (chat_id INTEGER, handle_id INTEGER, UNIQUE(chat_id, handle_id));
INSERT INTO handle VALUES (1, '+12025550101', 'us', 'iMessage'), (2, 'ana@mail.example', NULL, 'iMessage');
INSERT INTO chat VALUES
  (1, 'iMessage;-;+12025550101', '+12025550101', 'iMessage', NULL, '', 'owner@mail.example', 0, 1, plist('{"last": "G-1"}')),
  (2, 'iMessage;+;chat7', 'chat7', 'iMessage', 'chat7', 'Family', 'owner@mail.example', 1, 0, NULL);
INSERT INTO chat_handle_join VALUES (1, 1), (2, 1), (2, 2);
INSERT INTO chat_message_join VALUES (1, 5);
