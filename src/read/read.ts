/** Bytes or text → record: decode, identify, parse. Bad input becomes diagnostics; only bugs throw. */
import type { Diagnostic, Meeting } from '../record/schema.js';
import { type DiagnosticCode, SEVERITY } from '../record/codes.js';
import { sha256 } from '../record/ids.js';
import { decode } from '../text/decode.js';
import { pageStartsOf, type SourceDocument, toLines } from '../text/document.js';
import { readNumberedAgenda } from '../sections/agenda/items.js';
import { readListedAgenda } from '../sections/agenda/listed.js';
import { readHeadedAgenda, readSlashAgenda } from '../sections/agenda/unnumbered.js';
import type { Claims, Note } from '../note/note.js';
import { openNote } from './open.js';
import { identify, isForeign, isMeetingNote } from './identify.js';
import { readMeeting } from './meeting.js';
import type { Parser } from './parser.js';

export interface ReadOptions {
  /** Reads with this era's parser, whatever the note looks like. */
  era?: string;
  /** What had happened to the text's letters and was undone, in words; null or absent where nothing had. */
  restored?: string | null;
}

export interface ReadResult {
  /** The record, or null where the input is no note. */
  meeting: Meeting | null;
  /** The record's own diagnostics, or the reason why there is none. */
  diagnostics: Diagnostic[];
  document: SourceDocument | null;
  claims: Claims | null;
}

/** @param path how diagnostics and `source.path` name the input */
export function readBytes(
  bytes: Uint8Array,
  path: string,
  parsers: readonly Parser[],
  options: ReadOptions = {},
): ReadResult {
  if (bytes.length === 0) return failed('input-empty', 'The file is empty.');
  const kind = binaryKind(bytes);
  if (kind !== null) return failed('input-binary', `This is ${kind}, no text.`);
  const decoded = decode(bytes);
  if (!decoded) return failed('input-binary', 'The bytes are no text in any encoding known here.');
  const lines = toLines(decoded.text);
  const document: SourceDocument = {
    source: {
      path,
      sha256: sha256(bytes),
      encoding: decoded.encoding,
      encodingConfidence: decoded.confidence,
      mediaType: 'text/plain',
      pageStarts: pageStartsOf(lines),
    },
    text: decoded.text,
    lines,
  };
  return readDocument(document, parsers, { ...options, restored: decoded.restored });
}

const MAGIC: readonly [string, string][] = [
  ['%PDF', 'a PDF file'],
  ['PK\u0003\u0004', 'a ZIP container (perhaps DOCX)'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office file'],
  ['\u0089PNG', 'a PNG picture'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['{\\rtf', 'an RTF file'],
];

function binaryKind(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  return MAGIC.find(([magic]) => head.startsWith(magic))?.[1] ?? null;
}

const failed = (code: DiagnosticCode, message: string): ReadResult => ({
  meeting: null,
  diagnostics: [{ code, severity: SEVERITY[code], message, lines: null }],
  document: null,
  claims: null,
});

export function readDocument(
  document: SourceDocument,
  parsers: readonly Parser[],
  options: ReadOptions = {},
): ReadResult {
  const note = openNote(document);
  if (note.lines.length === 0) return failed('input-empty', 'The file holds no text.');
  if (document.source.encodingConfidence < 0.6) {
    note.diagnostics.add(
      'encoding-uncertain',
      `Read as ${document.source.encoding}, which is not sure.`,
      null,
    );
  }
  if (options.restored)
    note.diagnostics.add('letters-restored', `Letters were put right: ${options.restored}.`, null);
  const chosen = choose(note, parsers, options.era);
  if ('failure' in chosen) return { ...failed(chosen.failure, chosen.message), document };
  const meeting = readMeeting(note, chosen.era, chosen.readAgenda);
  return { meeting, diagnostics: meeting.diagnostics, document, claims: note.claims };
}

type Choice =
  | { era: string | null; readAgenda: Parser['readAgenda'] }
  | { failure: DiagnosticCode; message: string };

function choose(note: Note, parsers: readonly Parser[], era: string | undefined): Choice {
  const named = parsers.find((parser) => parser.id === era);
  if (named) return { era: named.id, readAgenda: named.readAgenda };
  if (isForeign(note)) return { failure: 'not-a-note', message: 'This is not written in Swedish.' };
  const claims = identify(note, parsers);
  if (claims.length > 1) {
    const who = claims.map(
      ({ parser, evidence }) =>
        `${parser.id} (lines ${evidence.lines.join(', ')}: ${evidence.reason})`,
    );
    return {
      failure: 'era-ambiguous',
      message: `More than one era claims this note: ${who.join('; ')}. Choose with --era.`,
    };
  }
  const claim = claims[0];
  if (claim) return { era: claim.parser.id, readAgenda: claim.parser.readAgenda };
  if (!isMeetingNote(note))
    return { failure: 'not-a-note', message: whyNoNote(note.document.text) };
  note.diagnostics.add(
    'era-unknown',
    "No era's parser claims this note; only the sections that all notes share were read.",
    null,
  );
  return { era: null, readAgenda: readAnyAgenda };
}

const LOST = /\uFFFD|(?<=\p{L})\?(?=\p{Ll})/gu;
/** So many lost letters may be what hides the note. */
const MANY_LOST = 20;

function whyNoNote(text: string): string {
  const lost = text.match(LOST)?.length ?? 0;
  return lost < MANY_LOST
    ? 'This is no note of a meeting.'
    : `This is no note of a meeting as far as it can be read: ${lost} letters are lost. Another extraction may have them.`;
}

/** Numbered, or by headings that name presenters, or by the top headings: whichever the note has. */
function readAnyAgenda(note: Note): ReturnType<Parser['readAgenda']> {
  return (
    readListedAgenda(note) ??
    readNumberedAgenda(note) ??
    readSlashAgenda(note, 0, 2) ??
    readHeadedAgenda(note)
  );
}
