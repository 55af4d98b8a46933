/** The words before a date that say how its period is meant. */
export type Lead = 'within' | 'by' | 'to' | 'before' | 'after' | 'from' | 'between';

/** "till mötet den 30 maj": the meeting of that day. */
const OF_MEETING = String.raw`\s+(?:\p{L}*mötet|sammanträdet|\p{L}*träffen|\p{L}+s\s+(?:möte|sammanträde|träff))(?=\s+den\s)`;
const MEETING = `(?:${OF_MEETING})?`;

const WORDS: readonly [Lead, string][] = [
  [
    'by',
    String.raw`senast(?:\s+(?:vid|till|under|i|inom|den|före|t\.?\s?o\.?\s?m\.?|till och med))?(?:\s+den)?`,
  ],
  ['by', String.raw`(?:fram\s+)?till\s+och\s+med`],
  ['by', String.raw`t\.\s?o\.\s?m\.?|tom\.?`],
  ['to', `(?:inför|före|innan)${OF_MEETING}`],
  [
    'before',
    String.raw`(?:i\s+god\s+tid\s+|strax\s+|senast\s+|dagarna\s+|veckan\s+)?(?:före|innan|inför)`,
  ],
  ['after', String.raw`(?:tidigast\s+|direkt\s+)?efter`],
  ['from', String.raw`fr\.?\s?o\.?\s?m\.?|from|från\s+och\s+med|från|tidigast(?:\s+(?:under|i))?`],
  ['between', String.raw`mellan`],
  ['to', String.raw`(?:fram\s+)?till${MEETING}`],
  [
    'within',
    String.raw`med\s+(?:start|början)(?:\s+(?:i|under|på))?|under\s+perioden|perioden|(?:någon\s+gång\s+)?under|i|(?:vid|på)${MEETING}|den|kring|runt|omkring|runt\s+om|ca\.?|cirka|inom|år|åren|mot`,
  ],
];

const PATTERN = new RegExp(
  `(?:${WORDS.map(([, source]) => `(${source})`).join('|')})` +
    String.raw`(?::?\s+|\s*(?=\d))(?:och\s+med\s+)?(?:den\s+)?`,
  'iuy',
);

/** Reads the word before a date at `at`; `end` is where the date begins. */
export function readLead(
  text: string,
  at: number,
): { lead: Lead; end: number; word: string } | null {
  PATTERN.lastIndex = at;
  const match = PATTERN.exec(text);
  if (!match) return null;
  const index = match.slice(1).findIndex(Boolean);
  const entry = WORDS[index];
  if (!entry) return null;
  const lead = /^senast\s+före/iu.test(match[0]) ? 'before' : entry[0];
  return { lead, end: PATTERN.lastIndex, word: (match[index + 1] ?? '').toLowerCase() };
}
