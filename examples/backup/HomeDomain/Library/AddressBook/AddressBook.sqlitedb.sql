CREATE TABLE ABPerson (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, First TEXT, Middle TEXT, Last TEXT, Organization TEXT, CreationDate INTEGER, ModificationDate INTEGER);
CREATE TABLE ABMultiValue (UID INTEGER PRIMARY KEY, record_id INTEGER, property INTEGER, identifier INTEGER, label INTEGER, value TEXT);
INSERT INTO ABPerson (First, Last, Organization, CreationDate, ModificationDate) VALUES
  ('Ines', 'Varga', 'Example Press', CAST(mac('2023-12-05T18:43:44Z') AS INTEGER), CAST(mac('2023-12-05T18:43:44Z') AS INTEGER)),
  ('Tomas', 'Okafor', 'Example Press', CAST(mac('2023-12-10T15:20:36Z') AS INTEGER), CAST(mac('2023-12-10T15:20:36Z') AS INTEGER)),
  ('Mina', 'Lindqvist', NULL, CAST(mac('2024-01-02T21:28:55Z') AS INTEGER), CAST(mac('2024-01-02T21:28:55Z') AS INTEGER)),
  ('Jonah', 'Abadi', NULL, CAST(mac('2024-02-07T07:11:49Z') AS INTEGER), CAST(mac('2024-02-07T07:11:49Z') AS INTEGER)),
  ('Petra', 'Castellan', NULL, CAST(mac('2024-02-21T11:39:09Z') AS INTEGER), CAST(mac('2024-02-21T11:39:09Z') AS INTEGER)),
  ('Sam', 'Whitlock', NULL, CAST(mac('2024-04-05T15:15:27Z') AS INTEGER), CAST(mac('2024-04-05T15:15:27Z') AS INTEGER)),
  ('Yara', 'Demir', NULL, CAST(mac('2024-04-08T22:19:00Z') AS INTEGER), CAST(mac('2024-04-08T22:19:00Z') AS INTEGER)),
  ('Leo', 'Fontaine', NULL, CAST(mac('2024-04-12T21:43:25Z') AS INTEGER), CAST(mac('2024-04-12T21:43:25Z') AS INTEGER));
INSERT INTO ABMultiValue (record_id, property, value) VALUES
  (1, 3, '+12025550101'),
  (2, 3, '+12025550102'),
  (3, 3, '+12025550103'),
  (4, 3, '+12025550104'),
  (5, 3, '+12025550105'),
  (6, 3, '+12025550106'),
  (7, 3, '+12025550107'),
  (8, 3, '+12025550108'),
  (1, 4, 'ines.varga@press.example'),
  (3, 4, 'mina@museum.example');
