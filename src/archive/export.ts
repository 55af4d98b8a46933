/** Everything back out, part by part: memory does not grow with the archive. */
import type { Archive, Row } from './database.js';
import type {
  Exported,
  ExportedEnd,
  ExportedFile,
  ExportedLine,
  ExportedNote,
} from './exported.js';

const FILE = `path, size, modified, sha256, outcome, reason, advice, duplicate_of AS duplicateOf,
  gone IS NOT NULL AS gone`;

type Part = Exclude<Exported, ExportedEnd>;

/** Everything as one stream, and how much it was: a stream that was cut off has no such end. */
export function* exportStreamOf(archive: Archive): Generator<Exported> {
  const end: ExportedEnd = { sro: 'end', notes: 0, files: 0, journal: 0 };
  for (const part of exportArchive(archive)) {
    end[part.sro === 'note' ? 'notes' : part.sro === 'file' ? 'files' : 'journal'] += 1;
    yield part;
  }
  yield end;
}

/** Notes in the order of their dates, then files that gave none, then the journal in its own order. */
export function* exportArchive(archive: Archive): Generator<Part> {
  const notes = archive.each(
    'SELECT id, text_sha256, parser, record, text FROM notes ORDER BY date, meeting, text_sha256',
  );
  for (const row of notes) yield noteOf(archive, row);
  const files = archive.each(`SELECT parser, ${FILE} FROM files WHERE note IS NULL ORDER BY id`);
  for (const row of files)
    yield { sro: 'file', ...row, gone: row['gone'] === 1 } as unknown as ExportedFile;
  for (const row of archive.each('SELECT * FROM journal ORDER BY id'))
    yield { sro: 'journal', ...row } as unknown as ExportedLine;
}

function noteOf(archive: Archive, row: Row): ExportedNote {
  const files = archive.all(
    `SELECT ${FILE} FROM files WHERE note = ? ORDER BY id`,
    row['id'] ?? null,
  );
  return {
    sro: 'note',
    files: files.map((file) => ({ ...file, gone: file['gone'] === 1 })) as ExportedNote['files'],
    parser: String(row['parser']),
    textSha256: String(row['text_sha256']),
    text: String(row['text']),
    record: JSON.parse(String(row['record'])) as ExportedNote['record'],
  };
}
