/** The library: what the command line can do, a program can do. */
import { parsers } from '../parsers/index.js';
import { findFiles, type InputFile } from './input/files.js';
import { type NoteResult, readNoteFile } from './input/notes.js';
import { rangeOf } from './note/note.js';
import { openNote } from './read/open.js';
import type { SourceDocument } from './text/document.js';
import { linesWithin, sentencesOf, toParagraphs } from './text/paragraph.js';
import { readBytes, type ReadOptions, type ReadResult } from './read/read.js';

/** Names of the eras, for `era` in the options. */
export const eras: readonly string[] = parsers.map((parser) => parser.id);

/**
 * Reads one note.
 * @param bytes the file's bytes, in any encoding
 * @param path how the record and its diagnostics name it
 * @returns the record, or null with the diagnostics that say why; bad input never throws
 */
export function parseNote(bytes: Uint8Array, path: string, options: ReadOptions = {}): ReadResult {
  return readBytes(bytes, path, parsers, options);
}

/** Reads one file, or standard input for the path `-`. */
export function parseFile(
  file: InputFile,
  options: ReadOptions = {},
  stdin?: Uint8Array,
): Promise<NoteResult> {
  return readNoteFile(file, parsers, options, stdin);
}

/** JSON Schema of a record or of a log entry. */
export async function jsonSchema(of: 'meeting' | 'log'): Promise<object> {
  const [{ toJSONSchema }, { meetingSchema }, { logEntrySchema }] = await Promise.all([
    import('zod'),
    import('./record/schema.js'),
    import('./log/schema.js'),
  ]);
  return toJSONSchema(of === 'meeting' ? meetingSchema : logEntrySchema, {
    target: 'draft-2020-12',
  });
}

export { findFiles };
export type { InputFile, NoteResult, ReadOptions, ReadResult, SourceDocument };
/** A note's sentences with their source lines, for the audit. */
export function sentencesIn(document: SourceDocument): { text: string; lines: [number, number] }[] {
  const note = openNote(document);
  return toParagraphs(note.lines, note.flow).flatMap((paragraph) =>
    sentencesOf(paragraph.text).map(({ text, from, to }) => ({
      text,
      lines: rangeOf(linesWithin(paragraph, from, to)),
    })),
  );
}

export { audit, type AuditRow } from './log/audit.js';
export { buildLog, readLog } from './log/build.js';
export type { Log, LogOptions, Suggestion } from './log/log.js';
export { type Expiring, findExpiring } from './log/expiring.js';
export { oneEach, type Versions } from './log/versions.js';
export { findMatter, type MatterStep } from './log/matter.js';
export type { LogEntry, LogEvent } from './log/types.js';
export type { Assignment, Decision, Diagnostic, Meeting, Participant } from './record/schema.js';
