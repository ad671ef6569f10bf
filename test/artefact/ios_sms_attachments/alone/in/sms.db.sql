-- Only the table of files is left.
CREATE TABLE attachment (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, created_date INTEGER DEFAULT 0, start_date INTEGER DEFAULT 0, filename TEXT, uti TEXT, mime_type TEXT,
  transfer_state INTEGER DEFAULT 0, is_outgoing INTEGER DEFAULT 0, transfer_name TEXT, total_bytes INTEGER DEFAULT 0);
INSERT INTO attachment VALUES (4, 'at_0_4', mac('2014-05-03T10:11:13Z'), 0, '~/Library/SMS/Attachments/a.gif', 'com.compuserve.gif', 'image/gif', 5, 1, 'a.gif', 20);
