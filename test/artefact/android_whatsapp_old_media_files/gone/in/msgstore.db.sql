-- Since the table is gone.
CREATE TABLE jid (_id INTEGER PRIMARY KEY, raw_string TEXT);
CREATE TABLE message (_id INTEGER PRIMARY KEY, text_data TEXT);
INSERT INTO message VALUES (1, 'words');
