CREATE TABLE appstate (package_name STRING, auto_update INTEGER, desired_version INTEGER, download_uri STRING,
  installer_state INTEGER, first_download_ms INTEGER, referrer STRING, account STRING, title STRING, flags INTEGER,
  last_update_timestamp_ms INTEGER, install_reason STRING, PRIMARY KEY (package_name));
INSERT INTO appstate VALUES('com.shop.example', 1, -1, NULL, 0, unix_ms('2025-03-01T10:00:00Z'), 'utm_source=example', 'ana@mail.example', 'Shop', 0, unix_ms('2026-01-02T10:00:00Z'), 'single_install');
