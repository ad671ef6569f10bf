CREATE TABLE ObservedDomains (domainID INTEGER PRIMARY KEY, registrableDomain TEXT NOT NULL UNIQUE, lastSeen REAL NOT NULL, hadUserInteraction INTEGER NOT NULL, mostRecentUserInteractionTime REAL NOT NULL);
INSERT INTO ObservedDomains VALUES (7, 'old.example', unix('2019-05-03T10:11:12Z'), 0, -1);
