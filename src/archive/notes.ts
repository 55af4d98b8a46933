/** Notes in the archive: their records, which of several versions leads, and the passages that search finds. */
import type { Meeting } from '../record/schema.js';
import { slug } from '../record/ids.js';
import { leadOf } from '../log/versions.js';
import type { Archive } from './database.js';

export interface NewNote {
  meeting: Meeting;
  record: string;
  text: string;
  textSha256: string;
  parser: string;
}

export interface NoteRow {
  id: number;
  meeting: string;
  body_slug: string;
  record: string;
}

/** The body under which the log follows a meeting's matters. */
export const bodySlug = (meeting: Meeting): string => slug(meeting.body?.name ?? meeting.id);

export const noteWithText = (archive: Archive, textSha256: string): NoteRow | undefined =>
  archive.get('SELECT id, meeting, body_slug, record FROM notes WHERE text_sha256 = ?', textSha256);

/** Stores a note that is new to the archive. @returns its id */
export function addNote(archive: Archive, note: NewNote): number {
  const { meeting } = note;
  const id = archive.run(
    `INSERT INTO notes (text_sha256, meeting, body, body_slug, date, era, title, parser, record, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    note.textSha256,
    meeting.id,
    meeting.body?.name ?? null,
    bodySlug(meeting),
    meeting.date,
    meeting.era,
    meeting.title,
    note.parser,
    note.record,
    note.text,
  );
  addPassages(archive, id, meeting);
  chooseLead(archive, meeting.id);
  markStale(archive, bodySlug(meeting));
  return id;
}

/** Puts another reading of the same text in a note's place. */
export function replaceRecord(archive: Archive, id: number, note: NewNote): void {
  const before = archive.get<{ meeting: string; body_slug: string }>(
    'SELECT meeting, body_slug FROM notes WHERE id = ?',
    id,
  );
  const { meeting } = note;
  archive.run(
    `UPDATE notes SET meeting = ?, body = ?, body_slug = ?, date = ?, era = ?, title = ?, parser = ?, record = ?
     WHERE id = ?`,
    meeting.id,
    meeting.body?.name ?? null,
    bodySlug(meeting),
    meeting.date,
    meeting.era,
    meeting.title,
    note.parser,
    note.record,
    id,
  );
  archive.run('DELETE FROM passages WHERE note = ?', id);
  addPassages(archive, id, meeting);
  for (const changed of [before?.meeting, meeting.id]) if (changed) chooseLead(archive, changed);
  for (const body of [before?.body_slug, bodySlug(meeting)]) if (body) markStale(archive, body);
}

/** Takes out a note that no file holds any more. */
export function dropNoteWithoutFile(archive: Archive, id: number): void {
  const used = archive.get('SELECT 1 AS used FROM files WHERE note = ?', id);
  const note = archive.get<NoteRow>(
    'SELECT id, meeting, body_slug, record FROM notes WHERE id = ?',
    id,
  );
  if (used || !note) return;
  archive.run('DELETE FROM passages WHERE note = ?', id);
  archive.run('DELETE FROM notes WHERE id = ?', id);
  chooseLead(archive, note.meeting);
  markStale(archive, note.body_slug);
}

/** Of several notes of one meeting the adjusted or later one leads; the log is made from leading notes alone. */
export function chooseLead(archive: Archive, meeting: string): void {
  const versions = archive.all<{ id: number; record: string }>(
    `SELECT notes.id, record FROM notes WHERE meeting = ?
     ORDER BY (SELECT max(modified) FROM files WHERE note = notes.id), (SELECT min(path) FROM files WHERE note = notes.id)`,
    meeting,
  );
  if (versions.length === 0) return;
  const read = versions.map(({ id, record }) => ({ id, meeting: JSON.parse(record) as Meeting }));
  const lead = leadOf(read.map((version) => version.meeting));
  for (const version of read)
    archive.run(
      'UPDATE notes SET leads = ? WHERE id = ?',
      version.meeting === lead ? 1 : 0,
      version.id,
    );
}

const markStale = (archive: Archive, body: string): void => {
  archive.run('INSERT OR IGNORE INTO stale (body_slug) VALUES (?)', body);
};

type Passage = [text: string, kind: string, lines: readonly [number, number] | null];

function addPassages(archive: Archive, id: number, meeting: Meeting): void {
  for (const [text, kind, lines] of passagesOf(meeting)) {
    if (text === '') continue;
    archive.run(
      'INSERT INTO passages (text, note, kind, first, last) VALUES (?, ?, ?, ?, ?)',
      text,
      id,
      kind,
      lines?.[0] ?? null,
      lines?.[1] ?? null,
    );
  }
}

function passagesOf(meeting: Meeting): Passage[] {
  const people = meeting.participants.map((person): Passage => {
    const words = [person.name, person.affiliation, person.role].filter((word) => word !== null);
    return [words.join(', '), 'person', person.lines];
  });
  return [
    [`${meeting.title ?? ''} ${meeting.body?.fullName ?? ''}`.trim(), 'title', null],
    ...meeting.agenda.map((item): Passage => [
      `${item.title}\n${item.text}`.trim(),
      'item',
      item.lines,
    ]),
    ...meeting.decisions.map((decision): Passage => [decision.text, 'decision', decision.lines]),
    ...meeting.assignments.map((one): Passage => [one.text, one.kind, one.lines]),
    ...people,
  ];
}
