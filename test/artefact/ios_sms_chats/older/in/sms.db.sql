-- Without the join of people.
CREATE TABLE chat (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, chat_identifier TEXT, service_name TEXT, room_name TEXT, display_name TEXT,
  last_addressed_handle TEXT, is_archived INTEGER DEFAULT 0, is_filtered INTEGER, properties BLOB);
CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER, PRIMARY KEY (chat_id, message_id));
INSERT INTO chat (ROWID, guid, chat_identifier) VALUES (3, 'SMS;-;+12025550103', '+12025550103');
