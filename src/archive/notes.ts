/** Notes in the archive: their records, which of several versions leads, and the passages that search finds. */
import type { Meeting } from '../record/schema.js';
import { slug } from '../record/ids.js';
import { leadOf } from '../log/versions.js';
import { correctedRecord, readCorrections } from './corrections.js';
import type { Archive } from './database.js';
import { isWithdrawn } from './withdrawn.js';

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
    `INSERT INTO notes (text_sha256, meeting, body_slug, parser, record, text) VALUES (?, ?, ?, ?, ?, ?)`,
    note.textSha256,
    meeting.id,
    bodySlug(meeting),
    note.parser,
    note.record,
    note.text,
  );
  show(archive, id, meeting, null);
  chooseLead(archive, meeting.id);
  return id;
}

/** Puts another reading of the same text in a note's place. Corrections are laid over it when the log is made. */
export function replaceRecord(
  archive: Archive,
  id: number,
  note: Pick<NewNote, 'meeting' | 'record' | 'parser'>,
): void {
  const before = archive.get<{ meeting: string; body_slug: string }>(
    'SELECT meeting, body_slug FROM notes WHERE id = ?',
    id,
  );
  const { meeting } = note;
  archive.run(
    'UPDATE notes SET meeting = ?, parser = ?, record = ? WHERE id = ?',
    meeting.id,
    note.parser,
    note.record,
    id,
  );
  show(archive, id, meeting, null);
  if (before) markStale(archive, before.body_slug);
  for (const changed of [before?.meeting, meeting.id]) if (changed) chooseLead(archive, changed);
}

/** Lays the corrections that hold over the readings of those bodies whose log is to be made anew. */
export function layCorrections(archive: Archive): void {
  const corrections = readCorrections(archive);
  const targets = new Set(corrections.map(({ meeting }) => meeting));
  const rows = archive.all<{ id: number; record: string; corrected: string | null }>(
    `SELECT id, record, corrected FROM notes
     WHERE (corrected IS NOT NULL OR meeting IN (SELECT value FROM json_each(?)))
       AND body_slug IN (SELECT body_slug FROM stale)`,
    JSON.stringify([...targets]),
  );
  for (const { id, record, corrected } of rows) {
    const meeting = correctedRecord(JSON.parse(record) as Meeting, corrections);
    const text = JSON.stringify(meeting);
    const wanted = text === record ? null : text;
    if (wanted !== corrected) show(archive, id, meeting, wanted);
  }
}

/** Writes what queries and search see of a note. @param corrected its record, where a person has corrected it */
function show(archive: Archive, id: number, meeting: Meeting, corrected: string | null): void {
  archive.run(
    `UPDATE notes SET corrected = ?, body = ?, body_slug = ?, date = ?, era = ?, title = ? WHERE id = ?`,
    corrected,
    meeting.body?.name ?? null,
    bodySlug(meeting),
    meeting.date,
    meeting.era,
    meeting.title,
    id,
  );
  dropPassages(archive, id);
  addPassages(archive, id, meeting);
  markStale(archive, bodySlug(meeting));
}

/** Takes out a note that no file holds any more. */
export function dropNoteWithoutFile(archive: Archive, id: number): void {
  const used = archive.get('SELECT 1 AS used FROM files WHERE note = ?', id);
  const note = archive.get<NoteRow>(
    'SELECT id, meeting, body_slug, record FROM notes WHERE id = ?',
    id,
  );
  if (used || !note) return;
  dropPassages(archive, id);
  archive.run('DELETE FROM notes WHERE id = ?', id);
  chooseLead(archive, note.meeting);
  markStale(archive, note.body_slug);
}

/** Of several notes of one meeting the adjusted or later one leads; the log is made from leading notes alone. */
export function chooseLead(archive: Archive, meeting: string): void {
  const versions = archive.all<{ id: number; leads: number; body_slug: string; record: string }>(
    `SELECT notes.id, leads, body_slug, record FROM notes WHERE meeting = ?
     ORDER BY (SELECT max(modified) FROM files WHERE note = notes.id AND outcome <> 'duplicate'),
       (SELECT min(path) FROM files WHERE note = notes.id)`,
    meeting,
  );
  const read = versions.map(({ record }) => JSON.parse(record) as Meeting);
  const lead = read.length === 0 || isWithdrawn(archive, meeting) ? null : leadOf(read);
  for (const [at, { id, leads, body_slug: body }] of versions.entries()) {
    const wanted = read[at] === lead ? 1 : 0;
    if (leads === wanted) continue;
    archive.run('UPDATE notes SET leads = ? WHERE id = ?', wanted, id);
    markStale(archive, body);
  }
}

const markStale = (archive: Archive, body: string): void => {
  archive.run('INSERT OR IGNORE INTO stale (body_slug) VALUES (?)', body);
};

/** The passages of a note have numbers of their own, since the full-text index finds them by nothing else quickly. */
const NUMBERS = 2 ** 20;

/** Multiplied by the database: a large number from JavaScript is a float there, for which the index reads every row. */
const dropPassages = (archive: Archive, id: number): void => {
  archive.run('DELETE FROM passages WHERE rowid BETWEEN ?1 * ?2 AND ?1 * ?2 + ?2 - 1', id, NUMBERS);
};

type Passage = [text: string, kind: string, lines: readonly [number, number] | null];

function addPassages(archive: Archive, id: number, meeting: Meeting): void {
  for (const [at, [text, kind, lines]] of passagesOf(meeting).entries()) {
    if (text === '') continue;
    archive.run(
      'INSERT INTO passages (rowid, text, note, kind, first, last) VALUES (?, ?, ?, ?, ?, ?)',
      id * NUMBERS + at,
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
