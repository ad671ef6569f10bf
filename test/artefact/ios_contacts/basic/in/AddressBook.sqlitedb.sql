-- 6 is a value whose person is gone, as bytes.
CREATE TABLE ABPerson (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, First TEXT, Last TEXT, Middle TEXT, Organization TEXT, Note TEXT, JobTitle TEXT, Nickname TEXT, CreationDate INTEGER, ModificationDate INTEGER);
CREATE TABLE ABMultiValue (UID INTEGER PRIMARY KEY, record_id INTEGER, property INTEGER, identifier INTEGER, label INTEGER, value TEXT);
CREATE TABLE ABMultiValueLabel (value TEXT, UNIQUE(value));
CREATE TABLE ABMultiValueEntry (parent_id INTEGER, key INTEGER, value TEXT, UNIQUE(parent_id, key));
INSERT INTO ABPerson VALUES (1, 'Ana', 'Doe', 'B.', 'News', NULL, NULL, NULL, mac('2024-05-03T10:11:12Z'), mac('2024-05-04T10:11:12Z')), (2, NULL, NULL, NULL, 'Desk', NULL, NULL, NULL, 0, NULL);
INSERT INTO ABMultiValueLabel (rowid, value) VALUES (1, '_$!<Mobile>!$_');
INSERT INTO ABMultiValue VALUES (1, 1, 3, 0, 1, '+1 202-555-0101'), (2, 1, 4, 0, NULL, 'ana@mail.example'), (3, 1, 22, 0, NULL, 'https://ana.example'), (4, 2, 46, 0, NULL, NULL), (5, 2, 12, 0, NULL, '0'), (6, 9, 3, 0, NULL, x'2b3132303235353530313032'), (7, 1, 999, 0, NULL, 'odd');
INSERT INTO ABMultiValueEntry VALUES (4, 1, 'desk.handle'), (4, 2, 'https://social.example/desk');
