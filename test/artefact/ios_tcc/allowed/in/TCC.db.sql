CREATE TABLE access (service TEXT NOT NULL, client TEXT NOT NULL, client_type INTEGER NOT NULL, allowed INTEGER NOT NULL, prompt_count INTEGER NOT NULL, csreq BLOB, last_modified INTEGER NOT NULL DEFAULT 0);
INSERT INTO access VALUES ('kTCCServiceMicrophone', 'com.app.example', 0, 1, 1, NULL, unix('2018-05-03T10:11:12Z')), ('kTCCServiceCamera', 'com.app.example', 0, 0, 2, NULL, 0);
