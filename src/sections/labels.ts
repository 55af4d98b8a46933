/** The labels of a note's head and foot, read in any case, with or without colon, and with one letter wrong. */
import { squeeze } from '../text/normalise.js';
import { isOneLetterOff } from '../text/edits.js';
import { anyOf, pattern } from '../text/pattern.js';
import { remembered } from '../text/remember.js';
import { type LabelKind, LABELS } from './labelwords.js';
import { looksLikeOrganisation } from './people/name.js';

export type { LabelKind } from './labelwords.js';

/** Date words first: "Mötesdatum" in a head is its date, with a year after it the heading of a list. */
const ORDER = Object.keys(LABELS) as LabelKind[];
const KIND_OF = new Map<string, LabelKind>();
for (const kind of ORDER)
  for (const word of LABELS[kind]) if (!KIND_OF.has(word)) KIND_OF.set(word, kind);

const ALL = anyOf([...KIND_OF.keys()]);
const WITH_COLON = pattern(
  String.raw`^(${ALL})(?:\s*\([^)]{0,40}\)|\s+från\s+\p{L}{3,30})?\s*[:;]\s*(.*)$`,
);
const ALONE = pattern(`^(${ALL})$`);
/** "Mötesanteckningar: Anna Ek" */
const NOTES_BY =
  /^((?:Mötes|Minnes)anteckningar)\s*:\s+(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\p{Ll}+)$/u;
/** "Frånvarande med giltigt förfall:", "Inbjuden men förhindrad:": absent, whatever else it says. */
const AWAY = pattern(
  String.raw`^((?:(?:inbjud\p{L}*|kallad\p{L}*)\s+men\s+|ledamöter\s+)?(?:frånvarande|frånvaro|förhindr\p{L}+|förhinder|förfall|återbud|ej\s+deltagare|saknades)(?:\s+[^:]{1,40})?)\s*:\s*(.*)$`,
);
/** "Förhinder har anmälts av Anna Ek och Bo Lind." */
const AWAY_TOLD =
  /^((?:Förhinder|Frånvaro|Återbud|Förfall)\s(?:(?:har|hade)\s)?(?:anmäl(?:ts|des)|lämna(?:ts|des)|meddela(?:ts|des))\sav)\s(\p{Lu}[^.]*?)\.?$/u;
/** "Närvarande LAG:", "Ej närvarande kommunerna: Anna Ek" */
const OF_GROUP = pattern(
  String.raw`^(närvarande|deltagare|ej\s+närvarande|frånvarande|inbjudna)\s+(?:\p{L}{2,20}|(?:på|via|i|över)\s+[\p{L}-]{2,20})\s*:\s*(.*)$`,
);
const MEMBERS = String.raw`\p{L}*(?:ledamöter|representanter|medlemmar|företrädare|deltagare|politiker|förtroendevalda)`;
const MEETING = String.raw`(?:(?:dagens|denna|detta)\s+)?\p{L}*(?:möte(?:t)?|träff(?:en)?|sammanträde(?:t)?)`;
/** "Närvarande styrgruppsledamöter", "Med på träffen:" */
const PRESENT_COMPOSED = pattern(
  String.raw`^((?:närvarande|deltagande|beslutande)\s+(?:beslutande|${MEMBERS})|(?:med|deltog|deltagare|deltagande|närvarande|närvaro|medverkande)\s+(?:på|vid|i|under)\s+${MEETING}|med\s+(?:var|är)(?=\s*:))\s*(?::\s*(.*))?$`,
);
/** "Frånvarande styrgruppsledamöter", "Hälsat förhinder:" */
const ABSENT_COMPOSED = pattern(
  String.raw`^((?:frånvarande|ej\s+närvarande|inte\s+närvarande|förhindrade)\s+${MEMBERS}|(?:(?:har|hade)\s+)?(?:hälsat|skickat|lämnat|meddelat|anmält)\s+(?:förhinder|återbud|förfall|frånvaro))\s*(?::\s*(.*))?$`,
);
const ALSO_THERE = anyOf([...LABELS.others, 'föredragande', 'gäster', 'inbjudna', 'observatörer']);
/** "Föredragande och övriga:" */
const OTHERS_COMPOSED = pattern(
  String.raw`^(${ALSO_THERE}\s+(?:och|samt)\s+${anyOf(LABELS.others)})\s*(?::\s*(.*))?$`,
);
/** Without a colon a value may follow only where the label cannot begin a sentence. */
const SPACED = pattern(
  String.raw`^(${anyOf([...LABELS.date, ...LABELS.dateTime, ...LABELS.time, ...LABELS.timePlace, ...LABELS.place, ...LABELS.form, ...LABELS.nextMeeting])})\s+(?:den\s+|är\s+)?((?:kl|\d|mån|tis|ons|tors|fre|lör|sön|teams|skype|digital).*)$`,
);
const IN_FRONT = pattern(
  String.raw`^(${anyOf(['vid protokollet', 'vid anteckningarna', 'vid pennan', 'antecknat av', 'för anteckningarna svarade', 'för anteckningarna svarar', 'anteckningarna förda av', 'anteckningar av', 'anteckningar förda av', 'protokollet fört av', 'minnesanteckningar av', 'minnesanteckningar förda av', 'mötesanteckningar av', 'antecknare', 'sekreterare', 'mötessekreterare', 'anmält förhinder', 'meddelat förhinder', 'ej närvarande', 'frånvarande', 'inbjudna', 'närvarande', 'deltagare', 'ordförande'])})\s+(\p{Lu}.*)$`,
  'u',
);

export interface Label {
  kind: LabelKind;
  /** The label as printed, without colon. */
  word: string;
  /** What follows it on the line. */
  value: string;
  colon: boolean;
  /** The label meant, where one letter was wrong. */
  misspelt?: string;
}

export const kindOfLabel = (word: string): LabelKind | null =>
  KIND_OF.get(squeeze(word).toLowerCase()) ?? null;

/** Reads a label at the beginning of a line, or null. */
export const readLabel = remembered((text: string): Label | null => {
  if (text.length > 2000) return null;
  for (const read of READERS) {
    const label = read(text);
    if (label) return label;
  }
  return null;
});

/** The ways a label is printed, the surest first. */
const READERS: readonly ((text: string) => Label | null)[] = [
  (text) => {
    const [, word = '', name = ''] = NOTES_BY.exec(text) ?? [];
    const isPerson = name !== '' && !looksLikeOrganisation(name);
    return isPerson ? { kind: 'secretary', word, value: name, colon: true } : null;
  },
  (text) => {
    const exact = WITH_COLON.exec(text) ?? SPACED.exec(text);
    return exact && made(exact[1] ?? '', exact[2] ?? '', text.includes(':'));
  },
  (text) => {
    const [, word = '', value = ''] = AWAY.exec(text) ?? AWAY_TOLD.exec(text) ?? [];
    return word === '' ? null : { kind: 'absent', word, value: value.trim(), colon: true };
  },
  (text) => composed('present', PRESENT_COMPOSED.exec(text)),
  (text) => composed('others', OTHERS_COMPOSED.exec(text)),
  (text) => composed('absent', ABSENT_COMPOSED.exec(text)),
  (text) => {
    const ofGroup = OF_GROUP.exec(text);
    return ofGroup && made(ofGroup[1] ?? '', ofGroup[2] ?? '', true);
  },
  (text) => {
    const alone = ALONE.exec(text);
    return alone && made(alone[1] ?? '', '', false);
  },
  (text) => {
    const inFront = IN_FRONT.exec(text.slice(0, 1).toLowerCase() + text.slice(1));
    return inFront && made(text.slice(0, (inFront[1] ?? '').length), inFront[2] ?? '', false);
  },
  (text) => readMisspelt(text),
];

const composed = (kind: LabelKind, match: RegExpExecArray | null): Label | null =>
  match && {
    kind,
    word: match[1] ?? '',
    value: (match[2] ?? '').trim(),
    colon: match[2] !== undefined,
  };

function made(word: string, value: string, colon: boolean): Label | null {
  const kind = kindOfLabel(word);
  return kind && { kind, word, value: value.trim(), colon };
}

/** Labels that stand alone on their line may be misspelt without a colon too: no other word is near them. */
const ALONE_WORDS = [
  'dagordning',
  'närvarande',
  'frånvarande',
  'deltagare',
  'inbjudna',
  'föredragningslista',
];

/** One letter wrong; short labels have too many neighbours. */
function readMisspelt(text: string): Label | null {
  const match = /^(\p{L}[\p{L} ]{4,24}?)\s*(?:(:)\s*(.*))?$/u.exec(text);
  if (!match) return null;
  const [, printed = '', colon, value = ''] = match;
  const word = squeeze(printed);
  const candidates = colon ? [...KIND_OF.keys()].filter((label) => label.length >= 5) : ALONE_WORDS;
  const meant = candidates.find((label) => isOneLetterOff(label, word.toLowerCase()));
  const kind = meant && KIND_OF.get(meant);
  return kind
    ? { kind, word, value: value.trim(), colon: colon !== undefined, misspelt: meant }
    : null;
}

/** A label that has a cell of its own, beside its value: "Övriga      Anna Ek, Lund". Else as {@link readLabel}. */
export function readLineLabel(line: {
  text: string;
  cells: readonly { text: string }[];
}): Label | null {
  const [first, ...others] = line.cells.map(({ text }) => text);
  const own = others.length > 0 && first !== undefined ? readLabel(first) : null;
  const hasValue = others.every((text) => readLabel(text) === null);
  return own?.value === '' && hasValue
    ? { ...own, value: others.join(', '), colon: true }
    : readLabel(line.text);
}

export const isAttendance = (kind: LabelKind): boolean =>
  kind === 'present' || kind === 'absent' || kind === 'invited' || kind === 'others';
