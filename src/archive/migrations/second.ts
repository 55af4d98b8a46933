/**
 * Entries by hand keep what they were about, so that they follow a reworded task, and a name that holds in every
 * archive, so that two journals can be made one. Corrected records stand beside the readings, and the views show them.
 * Files that have gone are marked. Passages get numbers by which those of one note are found.
 */
export const SECOND = `
  ALTER TABLE journal ADD COLUMN uid TEXT;
  ALTER TABLE journal ADD COLUMN about TEXT;
  CREATE UNIQUE INDEX journal_by_uid ON journal (uid);

  CREATE TABLE renamed (
    old TEXT PRIMARY KEY,
    entry TEXT NOT NULL,
    body_slug TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  ALTER TABLE files ADD COLUMN gone INTEGER REFERENCES runs (id);

  ALTER TABLE notes ADD COLUMN corrected TEXT;
  INSERT OR IGNORE INTO stale
    SELECT body_slug FROM notes JOIN journal ON target = meeting WHERE action = 'fix';

  CREATE TEMP TABLE moved AS
    SELECT text, note, kind, first, last, row_number() OVER (PARTITION BY note ORDER BY rowid) AS place FROM passages;
  DELETE FROM passages;
  INSERT INTO passages (rowid, text, note, kind, first, last)
    SELECT note * 1048576 + place, text, note, kind, first, last FROM moved;
  DROP TABLE moved;

  DROP VIEW meetings;
  DROP VIEW agenda_items;
  DROP VIEW decisions;
  DROP VIEW assignments;
  DROP VIEW participants;
  DROP VIEW milestones;
  CREATE VIEW records AS
    SELECT id AS note, meeting, date, body, era, title, coalesce(corrected, record) AS record
    FROM notes WHERE leads;
  CREATE VIEW meetings AS
    SELECT meeting AS id, date, body, era, title, record ->> '$.place' AS place,
      record ->> '$.noteTaker' AS note_taker, record ->> '$.source.path' AS path
    FROM records;
  CREATE VIEW agenda_items AS
    SELECT meeting, item.value ->> '$.number' AS number, item.value ->> '$.title' AS title,
      item.value ->> '$.text' AS text, item.value ->> '$.lines[0]' AS first_line
    FROM records, json_each(record, '$.agenda') AS item;
  CREATE VIEW decisions AS
    SELECT meeting, one.value ->> '$.id' AS id, one.value ->> '$.item' AS item, one.value ->> '$.kind' AS kind,
      one.value ->> '$.text' AS text, one.value ->> '$.lines[0]' AS first_line
    FROM records, json_each(record, '$.decisions') AS one;
  CREATE VIEW assignments AS
    SELECT meeting, one.value ->> '$.id' AS id, one.value ->> '$.item' AS item, one.value ->> '$.kind' AS kind,
      one.value -> '$.assignees' AS assignees, one.value ->> '$.task' AS task,
      one.value ->> '$.due.earliest' AS earliest, one.value ->> '$.due.latest' AS latest,
      one.value ->> '$.lines[0]' AS first_line
    FROM records, json_each(record, '$.assignments') AS one;
  CREATE VIEW participants AS
    SELECT meeting, date, body, one.value ->> '$.name' AS name, one.value ->> '$.party' AS party,
      one.value ->> '$.affiliation' AS affiliation, one.value ->> '$.role' AS role,
      one.value ->> '$.function' AS function, one.value ->> '$.status' AS status
    FROM records, json_each(record, '$.participants') AS one;
  CREATE VIEW milestones AS
    SELECT meeting, one.value ->> '$.label' AS label, one.value ->> '$.when.earliest' AS earliest,
      one.value ->> '$.when.latest' AS latest
    FROM records, json_each(record, '$.milestones') AS one;
`;
