/**
 * The record of one meeting: the single definition of its shape.
 *
 * Keys are English, values stay Swedish as printed. Unknown is `null` or `[]`, never a guess and never a
 * missing key. What each field means is told in docs/record.md.
 */
import { z } from 'zod';
import { DIAGNOSTIC_CODES } from './codes.js';

export const SCHEMA_VERSION = 1;

const isoDate = z.iso.date();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);
/** `[first, last]`, 1-based and inclusive, in the decoded source text. */
const lineRange = z.tuple([z.int().min(1), z.int().min(1)]);

export const dateWindowSchema = z.strictObject({
  text: z.string(),
  edtf: z.string().nullable(),
  earliest: isoDate.nullable(),
  latest: isoDate.nullable(),
  inferred: z.boolean(),
  rule: z.string(),
});

export const participantSchema = z.strictObject({
  name: z.string().nullable(),
  party: z.string().nullable(),
  affiliation: z.string().nullable(),
  role: z.string().nullable(),
  function: z.string().nullable(),
  side: z.string().nullable(),
  group: z.string().nullable(),
  status: z.enum(['present', 'absent', 'invited']),
  remark: z.string().nullable(),
  lines: lineRange,
});

const presenterSchema = z.strictObject({
  name: z.string().nullable(),
  affiliation: z.string().nullable(),
  role: z.string().nullable(),
});

export const linkSchema = z.strictObject({
  title: z.string().nullable(),
  href: z.string().nullable(),
});

export const agendaItemSchema = z.strictObject({
  number: z.string().nullable(),
  title: z.string(),
  types: z.array(z.enum(['information', 'stallningstagande', 'dialog', 'beslut'])),
  minutes: z.int().nullable(),
  slot: z.strictObject({ start: clock, end: clock.nullable() }).nullable(),
  presenters: z.array(presenterSchema),
  attachments: z.array(linkSchema),
  subitems: z.array(z.strictObject({ number: z.string(), title: z.string() })),
  text: z.string(),
  lines: lineRange,
});

export const decisionSchema = z.strictObject({
  id: z.string(),
  item: z.string().nullable(),
  kind: z.enum(['stallningstagande', 'beslut']),
  actions: z.array(
    z.enum([
      'notes',
      'endorses',
      'approves',
      'assigns',
      'recommends',
      'rejects',
      'postpones',
      'other',
    ]),
  ),
  text: z.string(),
  validity: z.array(dateWindowSchema),
  lines: lineRange,
});

export const assignmentSchema = z.strictObject({
  id: z.string(),
  item: z.string().nullable(),
  decision: z.string().nullable(),
  kind: z.enum(['uppdrag', 'atagande']),
  assignees: z.array(z.string()),
  task: z.string(),
  due: dateWindowSchema.nullable(),
  reportTo: z.string().nullable(),
  text: z.string(),
  lines: lineRange,
});

export const milestoneSchema = z.strictObject({
  label: z.string(),
  when: dateWindowSchema,
  item: z.string().nullable(),
  text: z.string(),
  lines: lineRange,
});

export const upcomingMeetingSchema = z.strictObject({
  date: isoDate.nullable(),
  startTime: clock.nullable(),
  endTime: clock.nullable(),
  place: z.string().nullable(),
  inferred: z.boolean(),
});

export const diagnosticSchema = z.strictObject({
  code: z.enum(DIAGNOSTIC_CODES),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  lines: lineRange.nullable(),
});

export const meetingSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: z.string(),
  era: z.string().nullable(),
  source: z.strictObject({
    path: z.string(),
    sha256: z.string(),
    encoding: z.string(),
    encodingConfidence: z.number().min(0).max(1),
    mediaType: z.string(),
    /** For each page the number of its first line: page 1 begins at line 1. */
    pageStarts: z.array(z.int().min(1)),
  }),
  title: z.string().nullable(),
  body: z.strictObject({ name: z.string(), fullName: z.string().nullable() }).nullable(),
  date: isoDate.nullable(),
  startTime: clock.nullable(),
  endTime: clock.nullable(),
  place: z.string().nullable(),
  form: z.enum(['digital', 'in-person', 'hybrid']).nullable(),
  participants: z.array(participantSchema),
  agenda: z.array(agendaItemSchema),
  decisions: z.array(decisionSchema),
  assignments: z.array(assignmentSchema),
  milestones: z.array(milestoneSchema),
  upcomingMeetings: z.array(upcomingMeetingSchema),
  signatories: z.array(
    z.strictObject({
      name: z.string(),
      role: z.string().nullable(),
      organisation: z.string().nullable(),
    }),
  ),
  noteTaker: z.string().nullable(),
  links: z.array(linkSchema),
  footnotes: z.array(z.strictObject({ marker: z.string(), text: z.string(), lines: lineRange })),
  diagnostics: z.array(diagnosticSchema),
});

export type LineRange = [number, number];
export type DateWindow = z.infer<typeof dateWindowSchema>;
export type Participant = z.infer<typeof participantSchema>;
export type Presenter = z.infer<typeof presenterSchema>;
export type Link = z.infer<typeof linkSchema>;
export type AgendaItem = z.infer<typeof agendaItemSchema>;
export type AgendaType = AgendaItem['types'][number];
export type Decision = z.infer<typeof decisionSchema>;
export type DecisionAction = Decision['actions'][number];
export type Assignment = z.infer<typeof assignmentSchema>;
export type Milestone = z.infer<typeof milestoneSchema>;
export type UpcomingMeeting = z.infer<typeof upcomingMeetingSchema>;
export type Signatory = Meeting['signatories'][number];
export type Footnote = Meeting['footnotes'][number];
export type Diagnostic = z.infer<typeof diagnosticSchema>;
export type Meeting = z.infer<typeof meetingSchema>;
