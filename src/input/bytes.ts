/** Bytes of any kind of file that notes come in → record: plain text, PDF with a text layer, DOCX. */
import { sha256 } from '../record/ids.js';
import { SEVERITY, type DiagnosticCode } from '../record/codes.js';
import type { Parser } from '../read/parser.js';
import { readBytes, readDocument, type ReadOptions, type ReadResult } from '../read/read.js';
import { pageStartsOf, toLines } from '../text/document.js';
import type { ExtractedText } from '../text/extracted.js';

type MediaType = 'application/pdf' | typeof DOCX;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** @returns the record, or the diagnostics that say why there is none; bad input never throws */
export async function readAnyBytes(
  bytes: Uint8Array,
  path: string,
  parsers: readonly Parser[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) return readBytes(bytes, path, parsers, options);
  let extracted: ExtractedText;
  try {
    extracted = await extract(bytes, mediaType);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failed('file-unreadable', `cannot be read: ${why}`);
  }
  if (extracted.text.trim() === '') return failed('input-scanned', emptyMessage(extracted.pages));
  const lines = toLines(extracted.text);
  const source = {
    path,
    sha256: sha256(bytes),
    encoding: 'utf-8',
    encodingConfidence: 1,
    mediaType,
    pageStarts: pageStartsOf(lines),
  };
  const document = { source, text: extracted.text, lines };
  return readDocument(document, parsers, options);
}

/** By the first bytes: names lie. A ZIP container is taken for a DOCX only where it holds its main part. */
function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  if (head.includes('%PDF-')) return 'application/pdf';
  const isZip = head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'));
  return isZip && Buffer.from(bytes).includes('word/document') ? DOCX : null;
}

async function extract(bytes: Uint8Array, mediaType: MediaType): Promise<ExtractedText> {
  if (mediaType === 'application/pdf') return (await import('../text/pdf.js')).readPdf(bytes);
  return (await import('../text/docx.js')).readDocx(bytes);
}

const emptyMessage = (pages: number): string =>
  `It has ${String(pages)} ${pages === 1 ? 'page' : 'pages'} and no text: scanned, needs OCR.`;

const failed = (code: DiagnosticCode, message: string): ReadResult => ({
  meeting: null,
  diagnostics: [{ code, severity: SEVERITY[code], message, lines: null }],
  document: null,
  claims: null,
});
