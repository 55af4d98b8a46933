/** The tables that an archive began with. */
export const FIRST = `
  CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    finished TEXT,
    parser TEXT NOT NULL,
    counts TEXT
  ) STRICT;

  CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    text_sha256 TEXT NOT NULL UNIQUE,
    meeting TEXT NOT NULL,
    body TEXT,
    body_slug TEXT NOT NULL,
    date TEXT,
    era TEXT,
    title TEXT,
    leads INTEGER NOT NULL DEFAULT 1,
    parser TEXT NOT NULL,
    record TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT;
  CREATE INDEX notes_by_meeting ON notes (meeting);
  CREATE INDEX notes_by_body ON notes (body_slug, date);

  CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    size INTEGER,
    modified INTEGER,
    sha256 TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('imported', 'updated', 'unchanged', 'duplicate', 'version',
      'review', 'not-a-note', 'unreadable', 'skipped')),
    reason TEXT,
    advice TEXT,
    note INTEGER REFERENCES notes (id) ON DELETE SET NULL,
    duplicate_of TEXT,
    parser TEXT,
    run INTEGER NOT NULL REFERENCES runs (id)
  ) STRICT;
  CREATE INDEX files_by_note ON files (note);
  CREATE INDEX files_by_outcome ON files (outcome);

  CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES runs (id),
    path TEXT NOT NULL,
    meeting TEXT NOT NULL,
    cause TEXT NOT NULL CHECK (cause IN ('file', 'parser')),
    before TEXT NOT NULL,
    after TEXT NOT NULL
  ) STRICT;

  CREATE TABLE entries (
    id TEXT PRIMARY KEY,
    body_slug TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    given TEXT,
    entry TEXT NOT NULL,
    expected TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX entries_by_deadline ON entries (status, kind, latest);
  CREATE INDEX entries_by_body ON entries (body_slug);

  CREATE TABLE suggestions (
    body_slug TEXT NOT NULL,
    entry TEXT NOT NULL,
    meeting TEXT NOT NULL,
    item TEXT NOT NULL,
    score REAL NOT NULL
  ) STRICT;

  CREATE TABLE stale (body_slug TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

  CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entered TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('done', 'reopen', 'cancel', 'reschedule', 'note', 'tie', 'untie', 'fix',
      'undo')),
    target TEXT NOT NULL,
    value TEXT,
    date TEXT NOT NULL,
    person TEXT,
    why TEXT,
    undoes INTEGER REFERENCES journal (id)
  ) STRICT;
  CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is never changed, only added to'); END;
  CREATE TRIGGER journal_never_loses BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is never changed, only added to'); END;

  CREATE VIRTUAL TABLE passages USING fts5 (
    text, note UNINDEXED, kind UNINDEXED, first UNINDEXED, last UNINDEXED, tokenize = 'trigram'
  );

  CREATE VIEW meetings AS
    SELECT meeting AS id, date, body, era, title, record ->> '$.place' AS place,
      record ->> '$.noteTaker' AS note_taker, record ->> '$.source.path' AS path
    FROM notes WHERE leads;
  CREATE VIEW agenda_items AS
    SELECT meeting, item.value ->> '$.number' AS number, item.value ->> '$.title' AS title,
      item.value ->> '$.text' AS text, item.value ->> '$.lines[0]' AS first_line
    FROM notes, json_each(record, '$.agenda') AS item WHERE leads;
  CREATE VIEW decisions AS
    SELECT meeting, one.value ->> '$.id' AS id, one.value ->> '$.item' AS item, one.value ->> '$.kind' AS kind,
      one.value ->> '$.text' AS text, one.value ->> '$.lines[0]' AS first_line
    FROM notes, json_each(record, '$.decisions') AS one WHERE leads;
  CREATE VIEW assignments AS
    SELECT meeting, one.value ->> '$.id' AS id, one.value ->> '$.item' AS item, one.value ->> '$.kind' AS kind,
      one.value -> '$.assignees' AS assignees, one.value ->> '$.task' AS task,
      one.value ->> '$.due.earliest' AS earliest, one.value ->> '$.due.latest' AS latest,
      one.value ->> '$.lines[0]' AS first_line
    FROM notes, json_each(record, '$.assignments') AS one WHERE leads;
  CREATE VIEW participants AS
    SELECT meeting, date, body, one.value ->> '$.name' AS name, one.value ->> '$.party' AS party,
      one.value ->> '$.affiliation' AS affiliation, one.value ->> '$.role' AS role,
      one.value ->> '$.function' AS function, one.value ->> '$.status' AS status
    FROM notes, json_each(record, '$.participants') AS one WHERE leads;
  CREATE VIEW milestones AS
    SELECT meeting, one.value ->> '$.label' AS label, one.value ->> '$.when.earliest' AS earliest,
      one.value ->> '$.when.latest' AS latest
    FROM notes, json_each(record, '$.milestones') AS one WHERE leads;
  CREATE VIEW log AS
    SELECT id, kind, status, earliest, latest, given, entry ->> '$.task' AS task, entry -> '$.assignees' AS assignees,
      entry ->> '$.meeting.id' AS meeting, entry ->> '$.item.title' AS item
    FROM entries;
`;
