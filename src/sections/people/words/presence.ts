/** The words that tell whether, how and when somebody took part. */
import { pattern } from '../../../text/pattern.js';

/** Words by which a list tells that somebody was not there: after a name, in parentheses, or in a label. */
export const ABSENCE = String.raw`(?:(?:har\s+)?(?:anmält|meddelat|anmäld|lämnat|anmälde|meddelade|lämnade(?:\s+in)?)\s+)?(?:frånvarande|frånvaro|frånv\.?|förhindrad|förhinder|förfall|återbud|avbokat|avböjt|uteblev|saknades|bortrest|semester|ledig|(?:ej|inte|icke)\s+(?:med|där|här|närvarande|deltagit|deltagande|på\s+plats)|deltog\s+(?:ej|inte)|kunde\s+(?:ej|inte)\s+delta)`;

/** Words in or after a person's entry about how or when the person took part. */
export const REMARK = pattern(
  String.raw`^(?:via|digitalt|på distans|på länk|på plats|ej|med|från|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|tom|till och med|fram till|till kl|kom|anlände|anslöt|ansluter|lämnade|lämnar|gick|avvek|deltog|deltar|närvarade|medverkade|delvis|del av|under|§|punkt|p\.|kl\.?|klockan|ersätter|(?:(?:ej |icke )?tjänstgörande )?(?:ersättare|suppleant) för|förmiddag(?:en)?|eftermiddag(?:en)?|i stället för|istället för|endast|närvarande|frånvarande|förhinder|anmält förhinder|förfall|jäv|jävig|på telefon|per telefon|telefon|teams|länk|skype|zoom|för|istf|ers\.|tjänstgör|tjänstgjorde|tjg|sjuk|sjukanmäld|föräldraledig|tjänstledig|sjukskriven|vab|avstår|ersatt av|ersätts|förhindrad|meddelat|anmält|uteblev|avbokat|avböjt|saknades|semester|inte|icke|bortrest|ledig|återbud|genom|ersattes|ersättare saknas|ingen ersättare|utom|adjungerad under|adjungerad vid)(?![\p{L}])`,
);

/** Nobody. */
export const NOBODY = pattern(
  String.raw`^(?:ingen|inga|inget|–|-|—|—|ingen anmäld|inga anmälda|alla närvarande|samtliga närvarande|samtliga ledamöter|alla ledamöter|hela styrelsen|ej aktuellt|inga förhinder|saknas)(?!-?\p{L})(?!\s\p{Lu}\p{Ll}+(?:,|$)).{0,20}$`,
);
export const SEE_LIST = pattern(
  String.raw`^(?:se|enligt|enl\.?)\s+.{0,40}(?:lista|bilaga|närvarolista|deltagarlista|sändlista|nedan|separat|sida\p{L}*\s\d|nästa\s+sida|kallelse\p{L}*)`,
);
