-- Of an old version.
CREATE TABLE wa_contacts (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid TEXT, is_whatsapp_user INTEGER, status TEXT, number TEXT, display_name TEXT);
INSERT INTO wa_contacts VALUES (1,'15555550101@s.whatsapp.net',1,NULL,'+1 555-555-0101','A. Example');
