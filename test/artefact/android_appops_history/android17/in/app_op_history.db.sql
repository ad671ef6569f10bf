CREATE TABLE app_op_accesses(id INTEGER PRIMARY KEY, uid INTEGER, package_name TEXT, device_id TEXT, op_code INTEGER,
  attribution_tag TEXT, uid_state INTEGER, op_flags INTEGER, attribution_flags INTEGER, chain_id INTEGER,
  access_time INTEGER, access_duration INTEGER, total_duration INTEGER, access_count INTEGER, reject_count INTEGER);
INSERT INTO app_op_accesses VALUES(1, 10150, 'com.sync.example', 'default:0', 27, NULL, 600, 1, 0, -1, unix_ms('2026-01-09T03:10:00Z'), 60000, 180000, 3, 0);
INSERT INTO app_op_accesses VALUES(2, 10150, 'com.sync.example', 'default:0', 26, NULL, 600, 1, 0, -1, unix_ms('2026-01-09T03:11:00Z'), -1, -1, 0, 2);
