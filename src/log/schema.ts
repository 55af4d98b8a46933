/** The shape of a log entry, for `sro schema log` and the tests. `types.ts` says the same to the compiler. */
import { z } from 'zod';
import { dateWindowSchema } from '../record/schema.js';
import type { LogEntry } from './types.js';

const isoDate = z.iso.date();
const lineRange = z.tuple([z.int().min(1), z.int().min(1)]);

const eventSchema = z.strictObject({
  date: isoDate.nullable(),
  meeting: z.string().nullable(),
  event: z.enum([
    'given',
    'reported',
    'rescheduled',
    'completed',
    'cancelled',
    'reopened',
    'noted',
  ]),
  text: z.string(),
  path: z.string().nullable(),
  lines: lineRange.nullable(),
  origin: z.enum(['notes', 'manual']),
  by: z.string().nullable(),
  previousDue: dateWindowSchema.nullable(),
});

export const logEntrySchema: z.ZodType<LogEntry> = z.strictObject({
  id: z.string(),
  kind: z.enum(['uppdrag', 'atagande']),
  body: z.string().nullable(),
  meeting: z.strictObject({ id: z.string(), date: isoDate.nullable() }),
  item: z.strictObject({ number: z.string().nullable(), title: z.string().nullable() }),
  assignees: z.array(z.string()),
  task: z.string(),
  due: dateWindowSchema.nullable(),
  status: z.enum(['open', 'done', 'cancelled']),
  timing: z.enum(['overdue', 'due', 'upcoming', 'undated']).nullable(),
  daysOverdue: z.int().nullable(),
  nextExpected: z
    .strictObject({ date: isoDate, basis: z.enum(['deadline', 'meeting', 'milestone']) })
    .nullable(),
  history: z.array(eventSchema),
  tied: z.array(z.string()),
});
