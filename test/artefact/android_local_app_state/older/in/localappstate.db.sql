CREATE TABLE appstate (package_name STRING, auto_update INTEGER, first_download_ms INTEGER, referrer STRING, account STRING, title STRING,
  last_update_timestamp_ms INTEGER, PRIMARY KEY (package_name));
INSERT INTO appstate VALUES('com.shop.example', 0, 0, NULL, 'ana@mail.example', 'Shop', 0);
