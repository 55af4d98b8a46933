/** Whether a sentence tells of what has been: then a date without a year points back. */
import { pattern } from '../text/pattern.js';

/** "många intresserade", "är anställda": what looks like a past tense says what somebody is. */
const NO_VERB = String.raw`(?<!(?:många|alla|flera|de|yngre|äldre|mycket|väl|mer|mest|helt|samtliga|är|blir|vara|bli)\s)`;
const PAST = pattern(
  String.raw`\b(?:${NO_VERB}\p{L}{2,}(?:ade|ades|dde|ddes|tes|ttes|nades|kte|ktes|pte|ptes|(?<!vä|fjä)rde|rdes|lde|ldes|gde|gdes|jde|jdes|vdes|bdes|pdes|kdes)|(?:er|god|till|åter|in|över|om)?(?:kände|sände|vände|hände|tände)s?|använde(?:s)?|(?:an|upp|ut|till|över|åter|av)?gavs?|fick|(?:å|över|mot|in|upp|an)?togs?|ställde|var|hölls|höll|kom|inkom|blev|fattade|fattades|skedde|gick|skrev|skrevs|lades|sändes|antogs|träffades|genomförde|började|startade|hade|gjordes|lämnades|fastställdes|beslöt|beslöts|sågs|deltog|uppdrog|uppdrogs|föreslog|föreslogs|bad|fann|sade|fanns|slog|slogs|bröt|drog|låg|stod|sjönk|greps|avbröts|bröts|drogs|höjdes|frös|bjöds|släpptes|föll|(?:har|hade)\s+(?:\p{L}+\s+){0,3}?(?:haft|\p{L}+(?:at|ats|it|its|tt|tts|rt|rts|lt|gt|ts)))\b`,
);
const FUTURE = pattern(
  String.raw`\b(?:ska|skall|kommer|planeras|planerar|väntas|förväntas|beräknas|tänkt|avses|bör|kan|behöver|föreslås|ges|ger|får)\b`,
);

export function tellsOfPast(sentence: string): boolean {
  return PAST.test(verbsOf(sentence)) && !FUTURE.test(sentence);
}

/** "Anders Bjerde": no name is a verb. */
const NAME = /(?<=\S\s)\p{Lu}[\p{L}-]+/gu;
/** "den reviderade planen", "antalet utbildade handledare": what something is, not what was done. */
const ATTRIBUTE =
  /(?<!\p{L})(?:den|det|de|dessa|denna|detta|en|ett|sin|sina|sitt|en\sny|nya|antalet|antal|andelen)\s(?:(?:första|andra|tredje|sista|nya|nytt|två|tre|fyra|fem|\d+|\p{Ll}+liga)\s){0,2}\p{Ll}+(?:ade|dde|tta|da)\s(?=(?!(?:under|efter|över)\s)\p{Ll}+(?:en|et|na|n|t|ar|er|or|are)(?!\p{L}))/giu;

/** "om narkotikaklassade läkemedel", "för nyanlända elever": no verb follows a preposition. */
const OF_NOUN =
  /(?<!\p{L})(?:om|för|med|av|till|kring|mellan|bland|hos|utan)\s\p{Ll}{3,}(?:ade|dde|tta|nda)\s(?=\p{Ll}{3,})/giu;

const verbsOf = (sentence: string): string =>
  sentence.replaceAll(NAME, '').replaceAll(ATTRIBUTE, '').replaceAll(OF_NOUN, '');

/** Whether a sentence says that something is to come. */
export function tellsOfFuture(sentence: string): boolean {
  return FUTURE.test(sentence);
}
