/** What tells of meetings to come: "Nästa möte: …", and the headings of lists ("Mötestider 2018"). */
import { pattern } from '../../text/pattern.js';
import { remembered } from '../../text/remember.js';

const LIST_HEADING = pattern(
  String.raw`^(?:\d{1,2}[.)]?\s+|[a-h][.)]\s+)?(?:(?:förslag\s+(?:till|på)|preliminära|planerade|beslutade|övriga|årshjul\s+och)\s+)?(?:mötestider|mötesdatum|(?:vårens|höstens|årets|nästa\s+års|vinterns|\p{L}{3,24}(?:ets|ens|ns))\s+(?:möten|mötestider|mötesdatum|träffar|sammanträden)|kommande\s+(?:\p{L}*möten|mötestider|mötesdatum|\p{L}*träffar|sammanträden)|sammanträdestider|sammanträdesdagar|mötesplan|mötesdagar|möten|träffar|nätverksträffar|datum\s+för\s+(?:kommande\s+)?(?:möten|mötet|träffar)|tider\s+för\s+(?:kommande\s+)?möten|mötesschema|möteskalender|sammanträdesdatum|nästa\s+möten|mötestillfällen|nästkommande\s+(?:möten|träffar)|(?:övriga|kommande|fler|framtida)\s+datum|datum\s+framåt)(?:\s+(?:för|under|år|i|med)?\s*(?:\p{L}{2,12}\s+)?(?:(?:våren|hösten|vårterminen|höstterminen)\s+)?(?:(?:19|20)\d\d)?(?:\s*(?:[-–/]|och)\s*(?:19|20)?\d\d)?)?(?:\s+(?:för|i)\s+\p{L}{2,12})?(?:,?\s*\(?\d{1,2}\s+min(?:uter)?\.?\)?)?\s*:?$`,
);

/** "möte", "nätverksträff", "PSN-möte", "samråd": what the body calls coming together. */
const MEETING = String.raw`(?:[\p{L}\d-]*(?:möte|träff|sammanträde|tillfälle|samråd)|forum|gång|mötesdatum|mötestid)`;
const COMING = String.raw`(?:nästa|kommande|nästkommande)\s+(?:(?:ordinarie|fysiska|digitala)\s+)?${MEETING}`;

const NEXT = pattern(
  String.raw`^(?:(?:tid|datum)\s+(?:och\s+plats\s+)?för\s+nästa\s+\p{L}+|${COMING})(?:\s+(?:med|för|i)\s+(?:\p{L}+\s?){1,4}?)?(?:\s+(?:är|blir|äger\s+rum|hålls|sker|planeras(?:\s+till)?|(?:bestäm(?:s|des)|fastställ(?:s|des)|beslut(?:as|ades))\s+till))?\s*(?::|;|\s|–|-)\s*(.*)$`,
);

export const NEXT_ALONE = pattern(
  String.raw`^(?:nästa\s+(?:\p{L}*(?:möte|träff|sammanträde|råd)|möten))\s*:?$`,
);

/** "Nästa möte i presidiet", "Nästa sammanträde med kommunen" */
const WITH_OTHERS = pattern(
  String.raw`^nästa\s\p{L}+\s(?:i|med|för)\s(?:\p{L}+\s)?(?:presidi\p{L}*|AU|arbetsutskott\p{L}*|arbetsgrupp\p{L}*|kommunen|regionen|\p{L}*bolaget)\b`,
);

/** "Nästa FSG: 26 oktober" */
const NEXT_OF_BODY = /^Nästa\s(?:\p{Lu}{2,6}|\p{Ll}+(?:möte|råd|samråd|sammanträde))\s*:\s*(.*)$/u;

/** "…, alla kl. 13:15–16:00:" */
const TIME_OF_ALL =
  /,?\s+(?:(?:alla|samtliga)(?:\s\p{L}+)?\s)?(?:kl\.?|klockan)\s*\d{1,2}(?:[.:]\d\d)?(?:\s*[–-]\s*\d{1,2}(?:[.:]\d\d)?)?\s*:?$/iu;

/** "Kommittén möts i Tingshuset kl. 10 dessa dagar:", whatever the title above it says. */
const LEADS_TO_DAYS = pattern(
  String.raw`^(?:\p{L}+\s){1,4}?(?:möts|träffas|sammanträder|ses|möten\s.*(?:infaller|hålls|är))\s.*\b(?:dessa|följande)\s+(?:dagar|datum|tider|tillfällen)\s*:?$`,
);

export const leadsToDays = (text: string): boolean => text.length < 160 && LEADS_TO_DAYS.test(text);

export const isMeetingListHeading = (text: string): boolean =>
  text.length < 120 && LIST_HEADING.test(text.replace(TIME_OF_ALL, ''));

/** "Mötestider 2018: 12 mars, 17 maj": the heading of a list on the line that holds it; null where there is none. */
export function headingOfInlineList(text: string): string | null {
  const heading = /^([^:]{4,60}):\s+\S/u.exec(text)?.[1] ?? null;
  return heading !== null && isMeetingListHeading(heading.replace(TOLD_OF_LIST, ''))
    ? heading
    : null;
}

/** "Förslag till mötestider har skickats ut: 8 februari 2023, …" */
const TOLD_OF_LIST =
  /\s(?:har\s(?:skickats\sut|fastställts|bestämts|beslutats)|är|blir|föreslås(?:\sbli)?)$/iu;

/** What follows "Nästa möte" on its line; null where the line is no such. */
export const readNextMeeting = remembered((text: string): string | null => {
  if (text.length > 400) return null;
  if (NEXT_ALONE.test(text)) return '';
  const match = NEXT.exec(text) ?? NEXT_OF_BODY.exec(text);
  if (match && WITH_OTHERS.test(text)) return null;
  return match ? (match[1] ?? '') : null;
});
