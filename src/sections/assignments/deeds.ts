/**
 * What somebody does who undertakes something: verbs in the present tense, with what must follow them.
 *
 * A verb of saying, thinking or being ("berättar", "anser", "leder") tells of the meeting or of how things are. A verb
 * of doing, with a person as its subject, tells what is still to be done: notes tell what was done in the past tense.
 */
import { FULL_MONTH } from '../../dates/vocabulary.js';

const oneOf = (verbs: readonly string[]): string => `(?:${verbs.join('|')})`;

/** Whoever has a seat where a question can be taken up: "socialcheferna", "ledningsgruppen". */
const ORGAN = String.raw`(?:\p{L}+-\s?och\s)?\p{L}*(?:läkaren|direktören|chefen|samordnaren|strategen|läkarna|cheferna|direktörerna|strategerna|grupp(?:en)?|ledning(?:en)?|presidi(?:et|um)|nätverk(?:et)?|styrelsen?|nämnd(?:en)?|råd(?:et)?|utskott(?:et)?|kommittén?|förvaltning(?:en)?)`;
const MATTER = String.raw`(?:frågan|detta|det|ärendet|saken|punkten)`;
/** The end of a clause. */
const END = String.raw`(?=\s*[.,]?$)`;

/** Formulas by which any actor undertakes something. */
export const BY_ANYBODY = oneOf([
  String.raw`tar\s+(?:därför\s+|också\s+|även\s+)?med\s+sig`,
  String.raw`tar\s+på\s+sig`,
  String.raw`tar\s+(?:frågan|frågorna|ärendet|synpunkterna|förslaget|detta|det)\s+vidare`,
  String.raw`åtar\s+sig`,
  String.raw`tar\s+sig\s+an`,
  String.raw`återkommer(?=\s*$|\s*[.,]|\s+(?:med|till|om|efter|före|innan|snarast|nästa|när|senast|inom|under|inför|vid|skriftligt|i\s+(?:frågan|saken|ärendet)|kring|den|på|i\s+(?:${FULL_MONTH}|början|mitten|slutet|höst|vår|sommar|vinter|god\s+tid)))`,
  String.raw`kommer\s+(?:att\s+)?återkomma`,
  String.raw`(?:ska|skall)\s+återkomma`,
  'kontaktar',
  String.raw`tar\s+kontakt\s+med`,
  String.raw`fortsätter\s+(?:därför\s+)?(?:arbetet|dialogen|diskussionen|samtalen|att\s+arbeta|sitt\s+arbete)`,
  String.raw`bjuder\s+in(?!\s+till\s)`,
  String.raw`skickar(?:\s+ut)?(?!\s+med\s)`,
  'återkopplar',
  'återrapporterar',
  'undersöker',
  'sammanställer',
  String.raw`(?:lovar|erbjuder\s+sig)\s+att`,
  String.raw`stämmer\s+av`,
  String.raw`kallar\s+till`,
  'mejlar',
  'mailar',
  String.raw`bevakar\s+frågan`,
]);

/** Verbs that need nothing after them. */
const PLAIN = [
  ...['bokar', 'beställer', 'köper', 'hyr', 'lånar', 'hämtar', 'upphandlar', 'avropar', 'anlitar'],
  ...['ringer', 'messar', 'tillfrågar', 'vidarebefordrar', 'distribuerar', 'sprider'],
  ...['skriver', 'formulerar', 'utformar', 'utarbetar', 'redigerar', 'renskriver', 'översätter'],
  ...['uppdaterar', 'reviderar', 'kompletterar', 'färdigställer', 'slutför', 'publicerar'],
  ...['kontrollerar', 'kollar', 'utreder', 'kartlägger', 'inventerar', 'granskar', 'testar'],
  ...['ordnar', 'samordnar', 'anordnar', 'arrangerar', 'organiserar', 'förankrar', 'bevakar'],
  ...[
    'registrerar',
    'skannar',
    'rensar',
    'städar',
    'ombesörjer',
    'fixar',
    'levererar',
    'felanmäler',
  ],
];

const WITH_WORDS = [
  String.raw`fortsätter\s+(?:att\s+)?(?!öka|minska|vara|vilja|gälla|sjunka|växa|stiga|finnas|ligga)\p{Ll}{3,}a(?!\p{L})`,
  String.raw`tar\s+reda\s+på`,
  String.raw`tar\s+fram`,
  String.raw`tar\s+frågan`,
  String.raw`tar\s+upp\s+${MATTER}(?:${END}|(?=\s+(?:vidare|i|till|med|på|vid|hos|inför|igen)(?!\p{L})))`,
  // "tar upp bristen på platser" is said here; "tar upp kostnaden med kommuncheferna" is to be done.
  String.raw`tar\s+upp\s+[^.,]{3,90}?\s(?:med|i|på|hos|inför)\s(?:\p{L}+s\s)?${ORGAN}${END}`,
  String.raw`tar\s+upp\s+\p{L}+(?:en|et|na)\s+(?:med|vid(?=\s+(?:nästa|\p{L}+s\s|(?:\p{L}+)?(?:möte|träff|sammanträde)))(?!\p{L}))(?!\p{L})`,
  String.raw`lyfter\s+(?:frågan|detta|ärendet|det)(?:${END}|(?=\s+(?:vidare|i|till|med|på|vid|hos|inför)(?!\p{L})))`,
  String.raw`lyfter\s+\p{L}+(?:en|et|na)\s+(?:i|med|hos|inför)\s(?:\p{L}+s\s)?${ORGAN}${END}`,
  String.raw`framför\s+(?:\p{L}+s\s+)?(?:tack\p{L}*|hälsning\p{L}*|synpunkt\p{L}*|önskemål\p{L}*|kritik\p{L}*|frågan)\s+till(?=\s+(?!mötet|gruppen|rådet|alla))`,
  String.raw`för\s+(?:frågan|synpunkterna|önskemålet|detta|det)\s+vidare`,
  String.raw`hör\s+med`,
  String.raw`hör\s+av\s+sig`,
  String.raw`hör\s+(?:efter|sig\s+för)`,
  String.raw`pratar\s+med`,
  String.raw`talar\s+med`,
  String.raw`ber\s+(?!mötet|gruppen|alla|deltagarna|ledamöterna|nätverket|rådet|att|om|få)(?:\p{L}+\s){1,3}?om(?=\s)`,
  String.raw`träffar\s+[^.]{3,60}?\sigen`,
  String.raw`kallar\s+[^.]{3,90}?\still\s+(?:ett|en)(?=\s)`,
  String.raw`bjuder\s+in`,
  String.raw`begär\s+in`,
  String.raw`samlar\s+in`,
  String.raw`söker\s+(?:pengar|medel|bidrag)`,
  String.raw`ansvarar\s+för\s+(?:att|\p{L}+(?:et|en|arna|orna|erna)${END})`,
  String.raw`påminner(?!\s+om)`,
  String.raw`räknar\s+(?:på|ut|fram)`,
  String.raw`ser\s+över`,
  String.raw`ser\s+till\s+att`,
  String.raw`följer\s+upp`,
  String.raw`går\s+igenom(?=\s+(?:\p{L}+\s){1,4}?(?:med|tillsammans\s+med)\s+(?!(?:mötet|gruppen|deltagarna|rådet|nätverket|ledamöterna)(?!\p{L})))`,
  String.raw`delar\s+[^.]{3,60}?\smed\s+(?:nätverket|gruppen|(?:de\s+)?övriga|alla|kommunerna|rådet|deltagarna)`,
  String.raw`tar\s+in(?=\s+(?:en|ett|nya?|fler|tre|två|offert|synpunkter|uppgifter)\b)`,
  String.raw`delar\s+(?:ut\s+)?[^.]{3,80}?\s(?:i|på)\s(?:\p{L}+\s)?\p{L}*(?:mapp|mappen|ytan?|portal(?:en)?|rummet|kanal(?:en)?|teams)(?!\p{L})`,
  String.raw`rapporterar(?=\s+(?:\p{L}+\s){1,4}?till\s)`,
  String.raw`informerar(?=\s+(?:sina?|sitt|den\s+egna|personalen|medarbetarna|kommunerna|vidare)(?!\p{L})(?!\s+om))`,
  String.raw`meddelar(?!\s+att)`,
  String.raw`(?:klargör|tydliggör)(?!\s+(?:att|hur|vad|också|även))`,
  String.raw`anmäler\s+(?:till|(?!sig|jäv|en\s|ett\s|att)[^.]{3,60}?\still)(?!\p{L})`,
  String.raw`lämnar\s+(?:besked|svar|synpunkter|uppgifter|in)(?=\s)`,
  String.raw`lägger\s+(?:upp|ut|fram|in)`,
  String.raw`laddar\s+upp`,
  String.raw`sätter\s+(?:ihop|samman|upp)`,
  String.raw`ställer\s+(?:samman|i\s+ordning)`,
  String.raw`fyller\s+i`,
  String.raw`arbetar\s+(?:vidare\s+med|in|fram|om)(?!\p{L})`,
  String.raw`gör\s+(?:en|ett|om|klart)(?!\p{L})`,
  String.raw`planerar(?!\s+att\s)`,
  String.raw`förbereder(?!\s+sig)`,
  String.raw`bidrar\s+med`,
  String.raw`håller\s+(?:i(?!\p{L})|kontakten?\s+med)`,
  String.raw`hjälper\s+till\s+med`,
  String.raw`svarar\s+för\s+att`,
  String.raw`fångar\s+upp`,
  String.raw`bollar\s+(?:det|detta|frågan|\p{L}+(?:en|et|na))\s+med`,
  String.raw`delar\s+med\s+sig\s+av\s+(?:sina?|sitt|\p{L}+(?:en|et|na))(?!\p{L})`,
  String.raw`för\s+vidare`,
  String.raw`tar\s+hand\s+om`,
  String.raw`kommer\s+att\s+(?:ta|skicka|kontakta|bjuda|se|undersöka|sammanställa|boka)`,
];

/** What a named person does is an undertaking too. */
export const BY_PERSON = oneOf([BY_ANYBODY, ...WITH_WORDS, ...PLAIN]);
