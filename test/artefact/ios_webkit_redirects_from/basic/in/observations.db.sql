-- The second pair names a site that is gone.
CREATE TABLE ObservedDomains (domainID INTEGER PRIMARY KEY, registrableDomain TEXT NOT NULL UNIQUE, lastSeen REAL NOT NULL, hadUserInteraction INTEGER NOT NULL, mostRecentUserInteractionTime REAL NOT NULL, grandfathered INTEGER NOT NULL,
  isPrevalent INTEGER NOT NULL, dataRecordsRemoved INTEGER NOT NULL, timesAccessedAsFirstPartyDueToUserInteraction INTEGER NOT NULL, mostRecentWebPushInteractionTime REAL NOT NULL);
INSERT INTO ObservedDomains VALUES (1, 'start.example', unix('2024-05-03T10:11:12Z'), 1, unix('2024-05-03T10:12:12Z'), 0, 0, 0, 2, unix('2024-05-04T10:12:12Z')), (2, 'end.example', unix('2024-05-03T10:11:13Z'), 0, 0, 1, 1, 3, 0, -1);
CREATE TABLE TopFrameUniqueRedirectsFrom (fromDomainID INTEGER NOT NULL, lastUpdated REAL NOT NULL, targetDomainID INTEGER NOT NULL);
INSERT INTO TopFrameUniqueRedirectsFrom VALUES (1, unix('2024-05-03T10:11:12Z'), 2), (1, 0, 9);
