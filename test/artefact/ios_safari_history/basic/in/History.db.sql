-- 1 redirects to 2, on another host, within a second. 3 names a visit that is gone. 4: its page is gone.
CREATE TABLE history_items (id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL UNIQUE, domain_expansion TEXT, visit_count INTEGER NOT NULL);
CREATE TABLE history_visits (id INTEGER PRIMARY KEY AUTOINCREMENT, history_item INTEGER NOT NULL, visit_time REAL NOT NULL, title TEXT, load_successful BOOLEAN NOT NULL DEFAULT 1, http_non_get BOOLEAN NOT NULL DEFAULT 0,
  synthesized BOOLEAN NOT NULL DEFAULT 0, redirect_source INTEGER NULL UNIQUE, redirect_destination INTEGER NULL UNIQUE, origin INTEGER NOT NULL DEFAULT 0, generation INTEGER NOT NULL DEFAULT 0);
INSERT INTO history_items VALUES (1, 'http://start.example/', 'start', 2), (2, 'https://x.end.example:30495/y', NULL, 1);
INSERT INTO history_visits (id, history_item, visit_time, title, redirect_source, redirect_destination, origin, http_non_get) VALUES
  (1, 1, mac('2024-05-03T10:11:12.125Z'), '', NULL, 2, 0, 0), (2, 2, mac('2024-05-03T10:11:12.625Z'), 'End', 1, NULL, 0, 1), (3, 1, mac('2024-05-04T00:00:00Z'), NULL, 77, NULL, 1, 0), (4, 9, mac('2024-05-05T00:00:00Z'), 'gone', NULL, NULL, 0, 0);
