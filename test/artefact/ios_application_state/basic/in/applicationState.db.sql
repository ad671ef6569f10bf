CREATE TABLE application_identifier_tab (id INTEGER PRIMARY KEY, application_identifier TEXT NOT NULL UNIQUE);
CREATE TABLE key_tab (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE kvs (id INTEGER PRIMARY KEY, application_identifier INTEGER, key INTEGER, value BLOB NOT NULL);
INSERT INTO application_identifier_tab VALUES (1, 'com.app.example');
INSERT INTO key_tab VALUES (1, 'compatibilityInfo');
INSERT INTO kvs VALUES (1, 1, 1, plist('{"bundlePath": "/private/var/containers/Bundle/Application/U-1/A.app"}')), (2, 7, 7, x'00');
