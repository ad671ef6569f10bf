CREATE TABLE ownership (account STRING, library_id STRING, backend INTEGER, doc_id STRING, doc_type INTEGER, offer_type INTEGER, purchase_time INTEGER);
INSERT INTO ownership VALUES('ana@mail.example', '3', 3, 'com.gone.example', 1, 1, unix_ms('2024-03-01T10:00:00Z'));
