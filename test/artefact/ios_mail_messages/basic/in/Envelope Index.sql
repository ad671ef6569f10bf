CREATE TABLE mailboxes (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT UNIQUE);
CREATE TABLE messages (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, message_id, sender INTEGER, subject INTEGER, summary INTEGER, date_sent INTEGER, date_received INTEGER, mailbox INTEGER);
INSERT INTO mailboxes VALUES (1, 'imap://owner@mail.example/INBOX');
INSERT INTO messages VALUES (1, '-77', 1, 2, 3, unix('2024-05-03T10:11:12Z'), unix('2024-05-03T10:11:13Z'), 1), (2, NULL, NULL, NULL, NULL, NULL, NULL, 9);
