CREATE TABLE permissionAccessInformations (_id INTEGER PRIMARY KEY, ACCESS_TIME INTEGER, PACKAGE_NAME TEXT, PERMISSION_GROUP_ID INTEGER,
  OPERATION_CODE INTEGER, BACKGROUND INTEGER, PROXY_NAME TEXT, PROXY_ATTRIBUTION_TAG TEXT, UID INTEGER);
INSERT INTO permissionAccessInformations VALUES(1, unix_ms('2026-01-09T03:10:00Z'), 'com.sync.example', 4, 27, 1, '', '', 10150);
INSERT INTO permissionAccessInformations VALUES(2, unix_ms('2026-01-09T10:00:00Z'), 'com.shop.example', 1, 1000, 0, 'com.voice.example', 'listen', 10151);
