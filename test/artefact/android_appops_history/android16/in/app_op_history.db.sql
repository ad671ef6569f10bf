-- wal: yes
CREATE TABLE app_op_accesses(id INTEGER PRIMARY KEY, uid INTEGER, package_name TEXT, device_id TEXT NOT NULL,
  op_code INTEGER, attribution_tag TEXT, access_time INTEGER, access_duration INTEGER, uid_state INTEGER,
  op_flags INTEGER, attribution_flags INTEGER, chain_id INTEGER);
CREATE INDEX app_op_access_index ON app_op_accesses (access_time, uid, op_code);
INSERT INTO app_op_accesses VALUES(1, 10150, 'com.sync.example', 'default:0', 27, 'recorder', unix_ms('2026-01-09T03:10:00Z'), 3300000, 600, 1, 0, -1);
INSERT INTO app_op_accesses VALUES(2, 10200, 'com.shop.example', 'default:0', 26, NULL, unix_ms('2026-01-09T10:00:00Z'), -1, 200, 9, 5, 17);
INSERT INTO app_op_accesses VALUES(3, 10200, 'com.shop.example', 'companion:4', 1, NULL, unix_ms('2026-01-09T10:05:00Z'), 60000, 350, 2, 0, -1);
-- WAL
INSERT INTO app_op_accesses VALUES(4, 10150, 'com.sync.example', 'default:0', 10027, NULL, unix_ms('2026-01-10T03:10:00Z'), 60000, 700, 1, 0, -1);
