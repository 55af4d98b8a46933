/** Words of a roster, kept as data: parts of titles, of organisations and of headings. No person, no place. */
import { anyOf, pattern } from '../../text/pattern.js';

export const PARTIES = ['S', 'M', 'C', 'L', 'FP', 'V', 'KD', 'MP', 'SD'] as const;

/** Offices in the body itself: what stands last or in bold after a name. */
const CHAIR = String.raw`(?:(?:förste|första|1:[ea]|andre|andra|2:[ea]|tredje|tf\.?|tillförordnad|avgående|ny)\s+)*(?:vice\s?|v\.?\s)?(?:ordf(?:örande|\.)?|mötesordförande|presidium)`;
export const FUNCTION = pattern(
  `^(?:${CHAIR}|sammankallande|ledamot|ersättare|tjänstgörande ersättare|adjungerad(?: ledamot)?|insynsplats)$`,
);
export const CHAIR_WORD = pattern(`^${CHAIR}$`);

/** Words that may stand before a title. */
export const ROLE_QUALIFIERS = [
  'tf', 'tf.', 'tillförordnad', 'tillförordnade', 'biträdande', 'bitr', 'bitr.', 'vice', 'v', 'v.', 'förste', 'första',
  'andre', 'andra', 'tredje', '1:e', '2:e', '3:e', 'regional', 'regionala', 'kommunal', 'medicinsk', 'strategisk',
  'operativ', 'senior', 'ny', 'nya', 'extern', 'lokal', 'central', 'delregional', 'länsgemensam', 'administrativ',
  'verksamhets-', 'social', 'digital',
];

const ROLE_ENDINGS = [
  'direktör', 'direktören', 'chef', 'chefen', 'ledare', 'ledaren', 'strateg', 'strategen', 'sekreterare',
  'sekreteraren', 'råd', 'ordförande', 'ordf', 'ordf.', 'dir', 'dir.', 'samordnare', 'utvecklare', 'handläggare',
  'utredare', 'läkare', 'sköterska', 'terapeut', 'ombud', 'jurist', 'ekonom', 'controller', 'kommunikatör',
  'administratör', 'assistent', 'koordinator', 'konsult', 'forskare', 'doktor', 'pedagog', 'psykolog', 'politiker',
  'expert', 'specialist', 'arkitekt', 'ansvarig', 'föreståndare', 'rektor', 'kurator', 'inspektör', 'analytiker',
  'planerare', 'rådgivare', 'ledamot', 'ersättare', 'representant', 'beredning', 'ägare', 'lektor', 'professor',
  'logoped', 'dietist', 'apotekare', 'barnmorska', 'rådman', 'talesperson', 'projektledning', 'revisor', 'kamrer',
  'registrator', 'nämndsekreterare', 'praktikant', 'moderator', 'processledning', 'socionom', 'stadsdirektör',
  'MAS', 'MAR', 'SAS', 'fysioterapeut', 'tolk', 'ordförare', 'kanslist', 'vårdutvecklare', 'informatör', 'arkivarie',
  'justerare', 'tjänsteperson', 'tjänsteman', 'kontaktperson', 'beredningsledare', 'stabschef', 'föredragande', 'vd', 'VD',
] as const;
/** Short titles end surnames too (Lövhammar, Konråd): they count as words of their own, or after a hyphen. */
const SHORT_TITLE = 5;
const longTitles = ROLE_ENDINGS.filter((ending) => ending.length >= SHORT_TITLE || ending === 'chef');
const shortTitles = ROLE_ENDINGS.filter((ending) => ending.length < SHORT_TITLE && ending !== 'chef');
export const ROLE_WORD = new RegExp(
  `^(?:\\p{L}*-?(?:${anyOf(longTitles).slice(3, -1)})|(?:\\p{L}+-|(?:förbunds|region|kommun|social|vård)(?=dir))?(?:${anyOf(shortTitles).slice(3, -1)})|\\p{L}+råd)$`,
  'iu',
);

const ORGANISATION_ENDINGS = [
  'regionen', 'region', 'regionens', 'förbund', 'förbundet', 'kommun', 'kommunen', 'kommuner', 'kommunerna', 'stad',
  'staden', 'nämnd', 'nämnden', 'styrelse', 'styrelsen', 'förvaltning', 'förvaltningen', 'sjukhus', 'sjukhuset',
  'kontor', 'kontoret', 'utskott', 'utskottet', 'samverkan', 'myndighet', 'myndigheten', 'verket', 'verk', 'centrum',
  'centralen', 'universitet', 'universitetet', 'högskola', 'högskolan', 'hälsan', 'vården', 'vård', 'gruppen', 'grupp',
  'kansliet', 'kansli', 'bolaget', 'institutet', 'institut', 'föreningen', 'förening', 'landsting', 'landstinget',
  'länet', 'län', 'götaland', 'akademin', 'enheten', 'enhet', 'avdelningen', 'avdelning', 'ledning', 'ledningen',
  'staben', 'stab', 'distrikt', 'området', 'organisationen', 'nätverket', 'rådet', 'tjänsten', 'fullmäktige',
  'beredningen', 'kommittén', 'kommunförbund', 'kommunförbundet', 'omsorg', 'omsorgen', 'sektor', 'sektorn',
  'associates', 'consulting', 'group', 'försörjning', 'logistik', 'apoteket', 'polisen', 'kassan', 'förmedlingen',
] as const;
/** Short ones end surnames too (Månestad, Norrverk): they count as words of their own, or after a hyphen. */
const LONG_ENOUGH = 6;
const long = ORGANISATION_ENDINGS.filter((ending) => ending.length >= LONG_ENOUGH);
const short = ORGANISATION_ENDINGS.filter((ending) => ending.length < LONG_ENOUGH);
export const ORGANISATION_WORD = new RegExp(
  `^(?:[\\p{L}-]*(?:${anyOf(long).slice(3, -1)})s?|(?:[\\p{L}-]+-)?(?:${anyOf(short).slice(3, -1)})s?|AB|HB|KB)$`,
  'iu',
);
/** An abbreviation such as VGR, HSS, GR, NU-sjukvården's NU; mixed case such as VästKom is learnt from the note. */
export const ACRONYM = /^(?:\p{Lu}{2,8}|\p{Lu}{2,6}[-/]\p{Lu}{1,6})$/u;

/** Sub-headings of a roster. */
const GROUP_WORDS = [
  'kommunpolitiker', 'regionpolitiker', 'politiker', 'tjänstepersoner', 'tjänsteperson', 'tjänstemän', 'tjänsteman',
  'adjungerade', 'adjungerad', 'administration', 'kommunikation', 'ledamöter', 'ledamot', 'ersättare', 'sekretariat',
  'sekretariatet', 'övriga', 'presidium', 'presidiet', 'beredning', 'beredningsgrupp', 'representanter', 'stab',
  'förtroendevalda', 'gäster', 'kansli', 'kansliet', 'processledning', 'projektledning', 'observatörer', 'sakkunniga',
  'ordinarie', 'tjänstgörande', 'stöd', 'politik', 'förvaltning', 'chefstjänstepersoner', 'direktörer', 'sekreterare',
  'kommunrepresentanter', 'regionrepresentanter', 'kommunala', 'regionala', 'ordinarie ledamöter', 'brukarföreträdare',
  'patientföreträdare', 'kommunerna', 'regionen', 'kommunsidan', 'regionsidan', 'kommuner', 'kommunala företrädare',
  'regionala företrädare', 'brukarorganisationer', 'brukarorganisationerna', 'länsgemensamt', 'från kommunerna', 'från regionen', 'fackliga företrädare', 'övriga deltagare', 'tjänstgörande ersättare', 'föredragande',
];
/** "Tjänstepersoner", "Tjänstepersoner för VGK", "Ordinarie ledamöter från kommunerna". */
export const GROUP_HEADING = pattern(
  String.raw`^(${anyOf(GROUP_WORDS)}(?:\s+(?:och|samt|/)\s+${anyOf(GROUP_WORDS)})?)(?:\s+(?:för|från|i|på)\s+([\p{L}\s-]{2,40}))?\s*:?$`,
);

/** Words in or after a person's entry about how or when the person took part. */
export const REMARK = pattern(
  String.raw`^(?:via|digitalt|på distans|på länk|på plats|ej|från|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|tom|till och med|till kl|kom|anlände|anslöt|ansluter|lämnade|lämnar|gick|avvek|deltog|deltar|delvis|del av|under|§|punkt|p\.|kl\.?|klockan|ersätter|ersättare för|i stället för|istället för|endast|närvarande|frånvarande|jäv|jävig|på telefon|per telefon|telefon|teams|länk|skype|zoom|för|istf)(?![\p{L}])`,
);

export const PARTICLES = '(?:von|af|av|de|la|van|der|den|du|di|le|el|al|ter|och)';
/** Nobody. */
export const NOBODY = pattern(String.raw`^(?:ingen|inga|inget|–|-|—|—|ingen anmäld|inga anmälda|alla närvarande|samtliga närvarande|ej aktuellt|inga förhinder|saknas)\b?.{0,20}$`);
export const SEE_LIST = pattern(String.raw`^(?:se|enligt|enl\.?)\s+.{0,20}(?:lista|bilaga|närvarolista|deltagarlista|sändlista|nedan|separat)`);
