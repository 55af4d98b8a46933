/** The parts of an export: a note with its record, text and files; a file without a note; a line of the journal. */
import { z } from 'zod';
import { meetingSchema } from '../record/schema.js';
import { OUTCOMES } from './import/outcome.js';
import { ACTIONS } from './journal.js';

const words = z.string().nullable();

const file = {
  path: z.string(),
  size: z.number().nullable(),
  modified: z.number().nullable(),
  sha256: words,
  outcome: z.enum(Object.keys(OUTCOMES)),
  reason: words,
  advice: words,
  duplicateOf: words,
  gone: z.boolean(),
};

const noteSchema = z.strictObject({
  sro: z.literal('note'),
  files: z.array(z.strictObject(file)),
  parser: z.string(),
  textSha256: z.string(),
  text: z.string(),
  record: meetingSchema,
});

const fileSchema = z.strictObject({ sro: z.literal('file'), parser: words, ...file });

const lineSchema = z.strictObject({
  sro: z.literal('journal'),
  id: z.number(),
  entered: z.string(),
  action: z.enum(ACTIONS),
  target: z.string(),
  value: words,
  date: z.iso.date(),
  person: words,
  why: words,
  undoes: z.number().nullable(),
  uid: words,
  about: words,
});

/** The last line of a stream: without it the stream was cut off. */
const endSchema = z.strictObject({
  sro: z.literal('end'),
  notes: z.number(),
  files: z.number(),
  journal: z.number(),
});

export type ExportedEnd = z.infer<typeof endSchema>;
export type ExportedNote = z.infer<typeof noteSchema>;
export type ExportedFile = z.infer<typeof fileSchema>;
export type ExportedLine = z.infer<typeof lineSchema>;
export type Exported = ExportedNote | ExportedFile | ExportedLine | ExportedEnd;

const SCHEMAS = { note: noteSchema, file: fileSchema, journal: lineSchema, end: endSchema };

/**
 * @returns the value as it was written: a schema would put its keys in another order
 * @throws Error with what is wrong with it
 */
export function checkExported(value: unknown): Exported {
  const kind = (value as { sro?: unknown } | null)?.sro;
  const schema =
    typeof kind === 'string' && Object.hasOwn(SCHEMAS, kind)
      ? SCHEMAS[kind as keyof typeof SCHEMAS]
      : null;
  if (!schema) throw new Error('it is no part of an export of sro');
  const checked = schema.safeParse(value);
  if (checked.success) return value as Exported;
  const [issue] = checked.error.issues;
  throw new Error(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as it was written'}`);
}
