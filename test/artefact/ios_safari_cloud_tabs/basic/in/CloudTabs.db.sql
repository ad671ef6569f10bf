CREATE TABLE cloud_tabs (tab_uuid TEXT PRIMARY KEY NOT NULL, system_fields BLOB, device_uuid TEXT NOT NULL, position BLOB, title TEXT, url TEXT NOT NULL, last_viewed_time REAL);
CREATE TABLE cloud_tab_devices (device_uuid TEXT PRIMARY KEY NOT NULL, device_name TEXT, last_modified REAL);
INSERT INTO cloud_tab_devices VALUES ('D-1', 'Tablet', mac('2024-05-04T10:11:12Z'));
INSERT INTO cloud_tabs VALUES ('U-1', NULL, 'D-1', NULL, 'Start', 'https://start.example/', mac('2024-05-03T10:11:12Z')), ('U-2', NULL, 'D-9', NULL, NULL, 'https://end.example/', 0);
