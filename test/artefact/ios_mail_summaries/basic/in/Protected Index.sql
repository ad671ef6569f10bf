CREATE TABLE summaries (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, summary TEXT);
INSERT INTO summaries VALUES (1, 'See https://news.example/a'), (2, NULL);
