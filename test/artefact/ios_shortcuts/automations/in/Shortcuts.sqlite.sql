-- 1 starts when one of three apps is opened and loads a page; 2 records at night and sends it away; 3 is tapped.
CREATE TABLE ZSHORTCUT (Z_PK INTEGER PRIMARY KEY, ZCREATIONDATE TIMESTAMP, ZMODIFICATIONDATE TIMESTAMP, ZACTIONSDESCRIPTION VARCHAR, ZNAME VARCHAR);
CREATE TABLE ZTRIGGER (Z_PK INTEGER PRIMARY KEY, ZSHORTCUT INTEGER, ZTRIGGERTYPE VARCHAR, ZDATA BLOB);
INSERT INTO ZSHORTCUT VALUES (1, mac('2024-05-01T00:00:00Z'), mac('2024-05-02T00:00:00Z'), '1 action', 'Load'), (2, mac('2024-05-01T00:00:00Z'), mac('2024-05-02T00:00:00Z'), '2 actions', 'Night'), (3, mac('2024-05-01T00:00:00Z'), mac('2024-05-02T00:00:00Z'), '2 actions', 'Diary');
INSERT INTO ZTRIGGER VALUES (1, 1, 'app', plist('{"apps": ["com.apple.mobilesafari", "net.whatsapp.WhatsApp", "com.viber"]}')), (2, 2, 'time', plist('{"at": "02:00"}'));
CREATE TABLE ZSHORTCUTACTIONS (Z_PK INTEGER PRIMARY KEY, ZSHORTCUT INTEGER, ZDATA BLOB);
INSERT INTO ZSHORTCUTACTIONS VALUES
  (1, 1, plist('[{"WFWorkflowActionIdentifier": "is.workflow.actions.openurl", "WFWorkflowActionParameters": {"WFInput": "https://open.example/"}}]')),
  (2, 2, plist('[{"WFWorkflowActionIdentifier": "is.workflow.actions.recordaudio"}, {"WFWorkflowActionIdentifier": "is.workflow.actions.downloadurl", "WFWorkflowActionParameters": {"WFURL": "https://store.example/"}}]')),
  (3, 3, plist('[{"WFWorkflowActionIdentifier": "is.workflow.actions.takephoto"}, {"WFWorkflowActionIdentifier": "is.workflow.actions.downloadurl", "WFWorkflowActionParameters": {"WFURL": "https://diary.example/"}}]'));
