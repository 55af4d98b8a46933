/** The verbs by which a note tells that something is to happen, and the words by which it only may. */
import { pattern } from '../../text/pattern.js';

export const HAPPENS = pattern(
  String.raw`\b(?:går\s+(?:ut\s+)?på\s+remiss|får\s+(?:en\s+|ett\s+)?ny[at]?(?=\s\p{L})|kan\s+(?:sökas|beställas|bokas|anmälas|lämnas\s+in)|presenteras|redovisas|återrapporteras|rapporteras|behandlas|behandlar|beslutas|träder\s+i\s+kraft|börjar|fattar|avgår|är\s+(?:till\s+och\s+med|t\.?o\.?m\.?)|starta|färdigställa|påbörjas?|tar\s+ställning|genomföra|slutföra|lansera|införa|publicera|skicka|redovisa|presentera|startar|inleds|genomförs|hålls|äger\s+rum|lanseras|införs|publiceras|skickas|går\s+ut|ligger\s+ute|planeras|beräknas|väntas|förväntas|kommer|ska|skall|avslutas|färdigställ\p{L}*|lämnas|sker|arrangeras|anordnas|öppnar|stänger|publicerar|lanserar|flyttar|inviger|rullar\s+ut|breddinför|tas\s+upp|är\s+(?:planerad|reserverad|bokad|tänkt|klar|färdig)\p{L}*|är\s+klart|fattas|tas|pågår|remissbehandlas|bjuder\s+in|inför\s+(?:\p{Lu}\p{L}+\s+)?(?:en|ett|ny\p{L}*)|bemannas|lämnar|återkommer|antas|implementeras|driftsätts|följs\s+upp|utvärderas|revideras|bjuds\s+in|kan\s+gå\s+vidare|öppnas|stängs|upphör|förlängs|invigs|inrättas|flyttas|ges|rullas\s+ut|breddinförs|går\s+i\s+(?:drift|mål)|blir\s+(?:klar|färdig|aktuell)\p{L}*|är\s+(?:öppen|öppet|öppna|ute|på\s+(?:remiss|samråd))|tecknas|undertecknas|annonseras|utlyses|sammanställs|delas\s+ut|betalas\s+ut|blir\s+av|remitteras|rekvireras|söks|ansöks|återredovisas|löper\s+ut|räcker\s+(?:till|fram)|slutar|tillträder|trycks|väljs|byts(?:\s+ut)?|sprids|krävs|kör\s+igång|fastställs|besöker|minskar|föreslås\s+träda\s+i\s+kraft|har\s+bjudit\s+in\s+till|har\s+(?:ut)?lovat|avvecklas|ersätts|höjs|sänks|försvinner|är\s+på\s+plats|måste\s+vara|går\s+över|går\s+i\s+pension|offentliggörs|drar\s+i\s?gång|sätter\s+i\s?gång|genomför(?=\s)|distribueras|upphandlas|släpps|sätts\s+upp|infaller|utökas|fortsätter|görs(?=\s+(?:senast|först|under|i|vid|vecka|v\.)\s))\b`,
);
/** Any verb in the present tense, by its ending. */
export const PRESENT =
  /(?<!\p{L})(?:\p{Ll}{2,}(?:ar|er|år|ir|as|es|ns|rs|ts|gs|[crn]ks|lls|vs)|erbjuds|bjuds|används|sänds|genomför|utför|gör|görs|går|står|får|slår|ger|ser|tar|sker)(?!\p{L})/u;
/** What may be, should be or will not be. */
export const HYPOTHETICAL = pattern(
  String.raw`(?:^|[,;]\s)om\b|\b(?:ifall|kan|kunde|bör|borde|skulle|vill|överväger|funderar|önskar|föreslår|föreslås|inte|ej|aldrig|hinner|hoppas|oklart|kanske|antagligen|förmodligen|troligen|troligtvis|sannolikt|eventuellt|ev|förslagsvis)\b`,
);

export const IS_PUT =
  /(?<!\p{L})(?:planera(?:s|t|d|de)|flytta(?:s|t|d|de|ts)|skjut(?:s|its|en)(?:\s+(?:upp|fram))?|lägg(?:s|er)|lagd|satt|förlagd|bokad|inplanera[dt])\s+(?:fram\s+)?$/u;

/**
 * "Ett forum ordnas i maj", "Omcertifieringen prövas vecka 42": right before its time something is done by nobody named.
 * What comes after a preposition, an article or an adjective is a noun.
 */
export const IS_DONE = new RegExp(
  String.raw`^(?!.*\s(?:brukar|kan|inte)\s)\p{Lu}[^,;:]{2,80}?(?<!\s(?:en|ett|den|det|de|er|vår|din|från|av|för|till|med|om|på|i|är|är\sdet|\p{Ll}+(?:ell|isk|lig|sam|are)|\p{Ll}+(?:ella|iska|liga|samma)))\s(?!(?:finns|fanns|minns|hoppas|trivs|behövs|märks|syns|kallas|anses|bedöms|beräknas|sägs|saknas|väntas|förväntas|krävs|används|upplevs|räknas|dags|plats|insats|konferens)\s)(?!\p{Ll}+(?:ens|ets|ats)\s)(?:\p{Ll}{2,}(?:as|ns|ts|gs|ps|ds|[crn]ks|vs)|utses|väljs|görs|körs|\p{Ll}+förs)\s(?:(?:i|på|vid)\s\p{Lu}\p{L}+\s)?$`,
  'u',
);
