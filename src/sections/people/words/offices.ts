/** The words of offices: parties, functions in the body, titles. */
import { anyOf, pattern } from '../../../text/pattern.js';
import { remembered } from '../../../text/remember.js';

export const PARTIES = ['S', 'M', 'C', 'L', 'FP', 'V', 'KD', 'MP', 'SD'] as const;

/** Offices in the body itself: what stands last or in bold after a name. */
const CHAIR = String.raw`(?:(?:förste|första|1[:-][ea]|andre|andra|2[:-][ea]|tredje|tf\.?|tillförordnad|avgående|ny)\s+)*(?:vice\s?|v\.?\s)?(?:ordf(?:örande|\.)?|mötesordförande|presidium)`;
export const FUNCTION = pattern(
  `^(?:${CHAIR}|sammankallande|ledamot|(?:vice )?kassör|suppleant|ersättare|tjänstgörande ersättare|adjungerad(?: ledamot)?|insynsplats)$`,
);

/** Who keeps the minutes: behind a title the part played here, alone what somebody is. */
export const SECRETARY_WORD = String.raw`(?:mötes|nämnd|styrgrupps|protokolls)?(?:sekreterare|sekr)`;
const SECRETARY = pattern(`^${SECRETARY_WORD}\\.?$`);
export const isSecretary = (words: string): boolean => SECRETARY.test(words);

/**
 * What somebody does in this body, not elsewhere: "strateg, sekreterare".
 *
 * @param role the title that stands before it, or null
 */
export const isPartPlayed = (words: string, role: string | null): boolean =>
  FUNCTION.test(words) || (role !== null && isSecretary(words));

/** "anteckningar", "vid protokollet": who took the notes, which the record tells in a place of its own. */
export const TAKES_NOTES = String.raw`(?:(?:för|vid|ansvarig för)\s+)?(?:(?:minnes|mötes)?anteckning(?:ar|arna)|antecknar|antecknade|antecknare|pennan|protokoll(?:et)?|protokollförare)`;
const TAKES_NOTES_ALONE = pattern(`^${TAKES_NOTES}$`);
export const takesNotes = (words: string): boolean => TAKES_NOTES_ALONE.test(words);

export const CHAIR_WORD = pattern(`^${CHAIR}$`);

/** Words that may stand before a title. */
export const ROLE_QUALIFIERS = [
  'tf',
  'tf.',
  'tillförordnad',
  'tillförordnade',
  'biträdande',
  'bitr',
  'bitr.',
  'vice',
  'v',
  'v.',
  'förste',
  'första',
  'andre',
  'andra',
  'tredje',
  '1:e',
  '2:e',
  '3:e',
  'regional',
  'regionala',
  'kommunal',
  'medicinsk',
  'klinisk',
  'strategisk',
  'operativ',
  'senior',
  'ny',
  'nya',
  'extern',
  'lokal',
  'central',
  'delregional',
  'länsgemensam',
  'administrativ',
  'verksamhets-',
  'social',
  'digital',
];

const ROLE_ENDINGS = [
  'direktör',
  'direktören',
  'chef',
  'chefen',
  'ledare',
  'ledaren',
  'strateg',
  'strategen',
  'sekreterare',
  'sekreteraren',
  'råd',
  'ordförande',
  'ordf',
  'ordf.',
  'dir',
  'dir.',
  'samordnare',
  'utvecklare',
  'handläggare',
  'utredare',
  'läkare',
  'sköterska',
  'terapeut',
  'ombud',
  'jurist',
  'ekonom',
  'controller',
  'kommunikatör',
  'administratör',
  'assistent',
  'koordinator',
  'konsult',
  'konsulent',
  'bibliotekarie',
  'antikvarie',
  'forskare',
  'doktor',
  'pedagog',
  'psykolog',
  'politiker',
  'expert',
  'specialist',
  'arkitekt',
  'ansvarig',
  'föreståndare',
  'rektor',
  'kurator',
  'inspektör',
  'analytiker',
  'planerare',
  'rådgivare',
  'ledamot',
  'ersättare',
  'representant',
  'beredning',
  'ägare',
  'lektor',
  'professor',
  'logoped',
  'dietist',
  'apotekare',
  'barnmorska',
  'rådman',
  'talesperson',
  'projektledning',
  'revisor',
  'kamrer',
  'registrator',
  'nämndsekreterare',
  'praktikant',
  'moderator',
  'processledning',
  'socionom',
  'stadsdirektör',
  'MAS',
  'MAR',
  'SAS',
  'fysioterapeut',
  'tolk',
  'ordförare',
  'kanslist',
  'vårdutvecklare',
  'informatör',
  'arkivarie',
  'justerare',
  'tjänsteperson',
  'tjänsteman',
  'kontaktperson',
  'beredningsledare',
  'stabschef',
  'föredragande',
  'lärare',
  'doktorand',
  'prefekt',
  'dekan',
  'kassör',
  'suppleant',
  'partner',
  'intendent',
  'vaktmästare',
  'präst',
  'hygienist',
  'kommissarie',
  'ingenjör',
  'tekniker',
  'statistiker',
  'epidemiolog',
  'farmaceut',
  'receptarie',
  'redaktör',
  'ombudsman',
  'stödjare',
  'behandlare',
  'instruktör',
  'utbildare',
  'tjm',
  'sekr',
  'sekr.',
  'docent',
  'adjunkt',
  'landshövding',
  'imam',
  'komminister',
  'diakon',
  'organist',
  'kantor',
  'biskop',
  'prost',
  'beredningssekr',
  'kyrkoherde',
  'polis',
  'brandman',
  'cheferna',
  'direktörerna',
  'ledarna',
  'samordnarna',
  'handläggarna',
  'strategerna',
  'företrädare',
  'GD',
  'vd',
  'VD',
] as const;
/** Short titles end surnames too (Lövhammar, Konråd): they count as words of their own, or after a hyphen. */
const SHORT_TITLE = 5;
const longTitles = ROLE_ENDINGS.filter(
  (ending) => ending.length >= SHORT_TITLE || ending === 'chef',
);
const shortTitles = ROLE_ENDINGS.filter(
  (ending) => ending.length < SHORT_TITLE && ending !== 'chef',
);
const ROLE_WORD = new RegExp(
  `^(?:\\p{L}*-?(?:${anyOf(longTitles).slice(3, -1)})|(?:\\p{L}+-|(?:förbunds|region|kommun|social|vård)(?=dir))?(?:${anyOf(shortTitles).slice(3, -1)})|\\p{L}+råd)$`,
  'iu',
);

/** A word that is the title of an office: "ordförande", "förbundsdirektör". */
export const isTitleWord = remembered((word) => ROLE_WORD.test(word));
