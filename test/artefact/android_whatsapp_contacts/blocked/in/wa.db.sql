-- With those that the owner blocked.
CREATE TABLE wa_contacts (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid TEXT, is_whatsapp_user INTEGER, status TEXT, status_timestamp INTEGER, number TEXT, display_name TEXT, given_name TEXT, family_name TEXT, wa_name TEXT);
INSERT INTO wa_contacts VALUES (1,'15555550101@s.whatsapp.net',1,'Busy',unix_ms('2024-01-01T00:00:00Z'),'+1 555-555-0101','A. Example','A.','Example','annie'), (2,'15555550105@s.whatsapp.net',0,NULL,0,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE wa_block_list (jid TEXT PRIMARY KEY);
INSERT INTO wa_block_list VALUES ('15555550105@s.whatsapp.net');
