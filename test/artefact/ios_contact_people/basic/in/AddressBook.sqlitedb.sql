CREATE TABLE ABPerson (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, First TEXT, Last TEXT, Middle TEXT, Organization TEXT, Note TEXT, JobTitle TEXT, Nickname TEXT, CreationDate INTEGER, ModificationDate INTEGER);
CREATE TABLE ABMultiValue (UID INTEGER PRIMARY KEY, record_id INTEGER, property INTEGER, identifier INTEGER, label INTEGER, value TEXT);
INSERT INTO ABPerson VALUES (1, 'Ana', 'Doe', 'B.', 'News', 'met in May', 'editor', 'An', mac('2024-05-03T10:11:12Z'), mac('2024-05-04T10:11:12Z')), (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO ABMultiValue VALUES (1, 1, 3, 0, 1, '+12025550101');
