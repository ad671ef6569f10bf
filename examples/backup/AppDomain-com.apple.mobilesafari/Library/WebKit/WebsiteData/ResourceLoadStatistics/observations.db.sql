-- Sites that pages loaded things from.
CREATE TABLE ObservedDomains (domainID INTEGER PRIMARY KEY, registrableDomain TEXT NOT NULL UNIQUE ON CONFLICT IGNORE, lastSeen REAL NOT NULL, hadUserInteraction INTEGER NOT NULL, mostRecentUserInteractionTime REAL NOT NULL, grandfathered INTEGER NOT NULL, isPrevalent INTEGER NOT NULL, isVeryPrevalent INTEGER NOT NULL, dataRecordsRemoved INTEGER NOT NULL, timesAccessedAsFirstPartyDueToUserInteraction INTEGER NOT NULL, timesAccessedAsFirstPartyDueToStorageAccessAPI INTEGER NOT NULL, isScheduledForAllButCookieDataRemoval INTEGER NOT NULL, mostRecentWebPushInteractionTime REAL NOT NULL);
INSERT INTO ObservedDomains (registrableDomain, lastSeen, hadUserInteraction, mostRecentUserInteractionTime, grandfathered, isPrevalent, isVeryPrevalent, dataRecordsRemoved, timesAccessedAsFirstPartyDueToUserInteraction, timesAccessedAsFirstPartyDueToStorageAccessAPI, isScheduledForAllButCookieDataRemoval, mostRecentWebPushInteractionTime) VALUES
  ('news.example', unix('2024-01-12T06:58:05Z'), 1, unix('2024-01-12T06:58:05Z'), 0, 0, 0, 0, 0, 0, 0, -1),
  ('weather.example', unix('2024-01-21T09:28:22Z'), 1, unix('2024-01-21T09:28:22Z'), 0, 0, 0, 0, 0, 0, 0, -1),
  ('library.example', unix('2024-01-28T10:54:57Z'), 1, unix('2024-01-28T10:54:57Z'), 0, 0, 0, 0, 0, 0, 0, -1),
  ('tram.example', unix('2024-02-01T11:19:31Z'), 1, unix('2024-02-01T11:19:31Z'), 0, 0, 0, 0, 0, 0, 0, -1),
  ('recipes.example', unix('2024-02-04T07:13:55Z'), 1, unix('2024-02-04T07:13:55Z'), 0, 0, 0, 0, 0, 0, 0, -1),
  ('cinema.example', unix('2024-02-09T08:33:01Z'), 1, unix('2024-02-09T08:33:01Z'), 0, 0, 0, 0, 0, 0, 0, -1),
  ('forum.example', unix('2024-03-16T06:38:58Z'), 1, unix('2024-03-16T06:38:58Z'), 0, 0, 0, 0, 0, 0, 0, -1),
  ('post.example', unix('2024-03-16T15:07:51Z'), 1, unix('2024-03-16T15:07:51Z'), 0, 0, 0, 0, 0, 0, 0, -1),
  ('museum.example', unix('2024-03-17T22:48:47Z'), 1, unix('2024-03-17T22:48:47Z'), 0, 0, 0, 0, 0, 0, 0, -1),
  ('bank.example', unix('2024-04-05T20:33:46Z'), 1, unix('2024-04-05T20:33:46Z'), 0, 0, 0, 0, 0, 0, 0, -1),
  ('kestrel-assets.example', unix('2024-04-16T09:14:31Z'), 0, 0, 0, 0, 0, 0, 0, 0, 0, -1);
