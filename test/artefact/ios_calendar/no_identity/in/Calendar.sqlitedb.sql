CREATE TABLE CalendarItem (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, summary TEXT, description TEXT, start_date REAL, end_date REAL, all_day INTEGER, calendar_id INTEGER, location_id INTEGER, organizer_id INTEGER, url TEXT, last_modified REAL, external_id TEXT, unique_identifier TEXT, hidden INTEGER, UUID TEXT, creation_date REAL, action TEXT, created_by_id INTEGER);
CREATE TABLE Participant (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, UUID TEXT, email TEXT, phone_number TEXT, comment TEXT, last_modified REAL);
CREATE TABLE Calendar (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT);
CREATE TABLE Location (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT);
INSERT INTO Calendar VALUES (1, 'Home');
INSERT INTO Location VALUES (1, 'Cafe');
INSERT INTO CalendarItem VALUES (1, 'Meeting', 'Notes https://join.example/', mac('2021-05-03T10:00:00Z'), mac('2021-05-03T11:00:00Z'), 0, 1, 1, 1, 'https://event.example/', mac('2021-05-04T10:11:13Z'), '/cal/1.ics', 'UID-1', 0, 'UUID-1', mac('2021-05-04T10:11:12Z'), 'REQUEST', 2),
  (2, NULL, NULL, 0, NULL, 1, 9, NULL, 9, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL);
INSERT INTO Participant VALUES (1, 'P-1', 'ana@mail.example', '+12025550101', 'please come', mac('2021-05-04T10:11:12Z')), (2, 'P-2', NULL, NULL, NULL, NULL), (3, NULL, NULL, NULL, NULL, 0);
