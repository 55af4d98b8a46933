/** The labels of a note's head and foot, read in any case, with or without colon, and with one letter wrong. */
import { squeeze } from '../text/normalise.js';
import { isOneLetterOff } from '../text/edits.js';
import { anyOf, pattern } from '../text/pattern.js';
import { remembered } from '../text/remember.js';
import { looksLikeOrganisation } from './people/name.js';

export type LabelKind =
  | 'date'
  | 'dateTime'
  | 'time'
  | 'place'
  | 'timePlace'
  | 'form'
  | 'present'
  | 'absent'
  | 'invited'
  | 'others'
  | 'chair'
  | 'secretary'
  | 'adjuster'
  | 'agenda'
  | 'nextMeeting'
  | 'meetingList'
  | 'caseNumber';

export const LABELS: Record<LabelKind, readonly string[]> = {
  date: [
    'datum',
    'mötesdatum',
    'mötesdag',
    'datum för möte',
    'datum för mötet',
    'dag',
    'sammanträdesdatum',
    'möte den',
  ],
  dateTime: [
    'datum och tid',
    'datum/tid',
    'datum & tid',
    'tid och datum',
    'dag och tid',
    'datum, tid',
    'när',
    'tidpunkt',
  ],
  time: ['tid', 'mötestid', 'klockan', 'tider', 'sammanträdestid'],
  place: ['plats', 'mötesplats', 'lokal', 'var', 'plats/lokal', 'sammanträdesplats', 'mötesrum'],
  timePlace: [
    'plats och tid',
    'tid och plats',
    'datum och plats',
    'tid/plats',
    'plats/tid',
    'tid & plats',
    'plats & tid',
    'datum, tid och plats',
    'datum tid och plats',
    'datum/plats',
    'plats och datum',
    'tid, plats',
  ],
  form: ['mötesform', 'mötets form', 'form', 'mötesformat'],
  present: [
    'närvarande',
    'deltagare',
    'deltagande',
    'ledamöter',
    'kallade',
    'närvaro',
    'medverkande',
    'närvarande ledamöter',
    'närvarande styrelseledamöter',
    'närvarande styrelsemedlemmar',
    'närvarande medlemmar',
    'närvarande ordinarie ledamöter',
    'beslutande',
    'beslutande ledamöter',
    'närvarande vid mötet',
    'deltog',
    'på mötet deltog',
    'mötesdeltagare',
    'deltagare på mötet',
    'deltagare vid mötet',
    'med på mötet',
    'på mötet',
    'deltog på mötet',
    'i mötet deltog',
    'i mötet deltar',
    'deltagande på mötet',
    'deltagande vid mötet',
    'deltagarlista',
    'närvarolista',
    'närvarande deltagare',
    'deltagit',
    'deltagande ledamöter',
    'närvarande med rösträtt',
    'ledamöter med rösträtt',
    'tjänstgörande ledamöter',
    'tjänstgörande',
  ],
  absent: [
    'frånvarande',
    'frånvaro',
    'ej närvarande',
    'förhinder',
    'anmält förhinder',
    'meddelat förhinder',
    'anmälda förhinder',
    'anmäld frånvaro',
    'återbud',
    'lämnat återbud',
    'har anmält förhinder',
    'ej deltagande',
    'meddelat frånvaro',
    'anmält frånvaro',
    'anmälda återbud',
    'förhindrade',
    'förhindrad',
    'ej deltagande ledamöter',
    'frånvarande ledamöter',
    'anmält återbud',
    'förfall',
    'anmält förfall',
    'har meddelat förhinder',
    'ej på plats',
    'frånvarande med anmält förhinder',
    'förhindrad att delta',
    'förhindrade att delta',
    'kunde inte delta',
    'lämnat förhinder',
    'avanmälda',
  ],
  invited: [
    'inbjudna',
    'inbjuden',
    'gäster',
    'gäst',
    'inbjudna gäster',
    'inbjudna till mötet',
    'särskilt inbjudna',
    'inbjudna föredragande',
  ],
  others: [
    'övriga',
    'övriga närvarande',
    'övriga deltagare',
    'adjungerade',
    'adjungerad',
    'sekretariat',
    'ersättare',
    'tjänstepersoner',
    'tjänstemän',
    'närvarande ersättare',
    'tjänstgörande ersättare',
    'ej tjänstgörande ersättare',
    'närvarande tjänstepersoner',
    'närvarande tjänstemän',
    'även närvarande',
    'dessutom närvarande',
    'adjungerade deltagare',
    'övriga närvarande tjänstepersoner',
    'övriga deltagande',
    'övriga medverkande',
    'ej tjänstgörande',
    'inte tjänstgörande ersättare',
    'icke tjänstgörande ersättare',
    'närvarande ej tjänstgörande ersättare',
    'närvarande utan rösträtt',
    'deltagare från kansliet',
    'från kansliet',
    'dessutom',
    'dessutom deltog',
    'dessutom deltar',
    'även deltagande',
    'konsult',
    'konsulter',
  ],
  chair: [
    'ordförande',
    'mötesordförande',
    'vid ordförandeklubban',
    'ordf',
    'ordf.',
    'mötesledare',
    'sammankallande',
  ],
  secretary: [
    'sekreterare',
    'mötessekreterare',
    'vid anteckningarna',
    'vid pennan',
    'vid protokollet',
    'antecknare',
    'anteckningar',
    'protokollförare',
    'protokollet fört av',
    'anteckningar av',
    'antecknat av',
    'för anteckningarna',
    'för anteckningarna svarade',
    'för anteckningarna svarar',
    'anteckningarna förda av',
    'anteckningar förda av',
    'minnesanteckningar av',
    'minnesanteckningar förda av',
    'vid tangenterna',
    'anteckningarna förda av',
    'vid minnesanteckningarna',
    'protokollsekreterare',
    'nämndsekreterare',
    'mötesanteckningar av',
    'anteckningsansvarig',
    'protokoll',
  ],
  adjuster: [
    'justerare',
    'justeras',
    'godkännes',
    'godkännes av',
    'godkänns av',
    'godkänt av',
    'justerat',
    'justerat av',
    'justeras av',
    'digitalt undertecknad av',
    'digitalt signerad av',
    'elektroniskt undertecknad av',
    'undertecknat av',
    'justering',
    'justeringsperson',
    'utses att justera',
    'justerande',
    'protokollsjusterare',
    'justeringsmän',
    'justeringspersoner',
    'att justera',
  ],
  agenda: [
    'dagordning',
    'föredragningslista',
    'ärendelista',
    'dagens agenda',
    'agenda',
    'ärenden',
    'punkter',
    'ärende',
    'dagordning och anteckningar',
  ],
  nextMeeting: [
    'nästa möte',
    'nästa träff',
    'nästa nätverksträff',
    'nästa sammanträde',
    'nästa mötestillfälle',
    'kommande möte',
    'nästkommande möte',
    'nästa nätverksmöte',
    'nästa tillfälle',
    'nästa gång',
    'nästa mötesdatum',
    'tid för nästa möte',
    'datum för nästa möte',
    'nästa möte är',
    'nästa ordinarie möte',
    'nästa mötestid',
  ],
  meetingList: [
    'mötestider',
    'mötesdatum',
    'kommande möten',
    'möten',
    'sammanträdestider',
    'kommande mötestider',
    'mötesplan',
    'mötesdagar',
    'kommande mötesdatum',
    'kommande träffar',
    'träffar',
    'mötesschema',
    'sammanträdesdagar',
    'sammanträdesdatum',
    'datum för kommande möten',
    'kommande nätverksträffar',
    'nätverksträffar',
    'mötestillfällen',
    'mötesplanering',
    'möteskalender',
    'kommande sammanträden',
  ],
  caseNumber: [
    'diarienummer',
    'dnr',
    'ärendenummer',
    'diarienr',
    'handläggare',
    'status',
    'version',
    'upprättad av',
    'fastställd',
    'till',
    'kopia till',
    'utsändes till',
    'sändlista',
    'för kännedom',
    'kopia',
    'bilagor',
  ],
};

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
/** "Närvarande LAG:", "Ej närvarande kommunerna: Anna Ek" */
const OF_GROUP = pattern(
  String.raw`^(närvarande|ej\s+närvarande|frånvarande|inbjudna)\s+\p{L}{2,20}\s*:\s*(.*)$`,
);
/** Without a colon a value may follow only where the label cannot begin a sentence. */
const SPACED = pattern(
  String.raw`^(${anyOf([...LABELS.date, ...LABELS.dateTime, ...LABELS.time, ...LABELS.timePlace, ...LABELS.place, ...LABELS.form, ...LABELS.nextMeeting])})\s+(?:den\s+|är\s+)?((?:kl|\d|mån|tis|ons|tors|fre|lör|sön|teams|skype|digital).*)$`,
);
const IN_FRONT = pattern(
  String.raw`^(${anyOf(['vid protokollet', 'vid anteckningarna', 'vid pennan', 'antecknat av', 'för anteckningarna svarade', 'för anteckningarna svarar', 'anteckningarna förda av', 'anteckningar av', 'anteckningar förda av', 'protokollet fört av', 'minnesanteckningar av', 'antecknare', 'sekreterare', 'mötessekreterare', 'anmält förhinder', 'meddelat förhinder', 'ej närvarande', 'frånvarande', 'inbjudna', 'närvarande', 'deltagare', 'ordförande'])})\s+(\p{Lu}.*)$`,
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
  const notes = NOTES_BY.exec(text);
  if (notes && !looksLikeOrganisation(notes[2] ?? ''))
    return { kind: 'secretary', word: notes[1] ?? '', value: notes[2] ?? '', colon: true };
  const exact = WITH_COLON.exec(text) ?? SPACED.exec(text);
  if (exact) return made(exact[1] ?? '', exact[2] ?? '', text.includes(':'));
  const [, away = '', who = ''] = AWAY.exec(text) ?? [];
  if (away !== '') return { kind: 'absent', word: away, value: who.trim(), colon: true };
  const ofGroup = OF_GROUP.exec(text);
  if (ofGroup) return made(ofGroup[1] ?? '', ofGroup[2] ?? '', true);
  const alone = ALONE.exec(text);
  if (alone) return made(alone[1] ?? '', '', false);
  const lowered = text.slice(0, 1).toLowerCase() + text.slice(1);
  const inFront = IN_FRONT.exec(lowered);
  if (inFront) return made(text.slice(0, (inFront[1] ?? '').length), inFront[2] ?? '', false);
  return readMisspelt(text);
});

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
