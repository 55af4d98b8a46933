/** Formal assignments: the body tells somebody to do something at this meeting. */
import { pattern } from '../../text/pattern.js';
import { sentencesOf } from '../../text/paragraph.js';
import { tellsOfPast } from '../../dates/index.js';
import { type Self, SELF_MARK } from '../decisions/bodies.js';

export interface UppdragClause {
  assignees: string;
  /** The words after "att", to the end of the sentence. */
  clause: string;
  /** Sentences after it in the same point. */
  following: string;
  /** The sentence that assigns. */
  sentence: string;
  from: number;
  to: number;
}

const WHO = String.raw`(.{2,220}?)`;
/** Between "i uppdrag" and the first "att" a deadline may stand. */
const GAP = String.raw`(\s+(?:[^.]{0,80}?\s)??)att\s+`;

const TO = String.raw`(\s+)att\s+`;

const FORMS: readonly { regexp: RegExp; who: number; gap: number; passive: boolean }[] = [
  // "SRO återremitterar frågan till beredningsgruppen, som får i uppdrag att …"
  {
    regexp: pattern(
      String.raw`\s(?:till|åt)\s(?!.*\s(?:till|åt)\s.*,\ssom\s)([^.,]{2,90}),\ssom\s(?:därmed\s|därför\s|också\s|då\s)?(?:får|ges)\s+i\s+uppdrag${GAP}(.+)$`,
    ),
    who: 1,
    gap: 2,
    passive: true,
  },
  {
    regexp: pattern(
      String.raw`\b(?:ger|ge|lämnar|lämna)\s+i\s+uppdrag\s+(?:åt|till)\s+${WHO}${TO}(.+)$`,
    ),
    who: 1,
    gap: 2,
    passive: false,
  },
  {
    regexp: pattern(
      String.raw`\b(?:ger|ge|lämnar)\s+(?:härmed\s+|därför\s+)?${WHO}\s+(?:i|ett|ett\s+nytt)\s+uppdrag${GAP}(.+)$`,
    ),
    who: 1,
    gap: 2,
    passive: false,
  },
  {
    regexp: pattern(String.raw`\b(?:uppdrar|uppdra)\s+(?:åt|till)\s+${WHO}${TO}(.+)$`),
    who: 1,
    gap: 2,
    passive: false,
  },
  {
    regexp: pattern(
      String.raw`\b(?:uppdrag(?:et)?)\s+(?:ges|lämnas)\s+(?:åt|till)\s+${WHO}${TO}(.+)$`,
    ),
    who: 1,
    gap: 2,
    passive: false,
  },
  // "Det uppdras åt Gunvor Ståhl att …", "På ordförandens förslag uppdras åt …", "Det ges i uppdrag åt …"
  {
    regexp: pattern(
      String.raw`^(?:[^.]{2,60}\s)?(?:uppdras|ges\s+i\s+uppdrag)\s+(?:åt|till)\s+${WHO}${TO}(.+)$`,
    ),
    who: 1,
    gap: 2,
    passive: true,
  },
  // "Uppdraget att enas om begrepp ges till strategerna."
  {
    regexp: pattern(
      String.raw`^uppdraget\s+att(\s+)(.+?)\s+(?:ges|lämnas|går)\s+(?:till|åt)\s+(.{2,160}?)\.?$`,
    ),
    who: 3,
    gap: 1,
    passive: true,
  },
  {
    regexp: pattern(
      String.raw`^${WHO}\s+(?:får|ges|erhåller|tilldelas)\s+(?:därför\s+|härmed\s+|också\s+|även\s+)?(?:i|ett|ett\s+nytt)\s+uppdrag(?:et)?${GAP}(.+)$`,
    ),
    who: 1,
    gap: 2,
    passive: true,
  },
  // "Senast i maj får presidiet i uppdrag att …": the deadline comes before the verb.
  {
    regexp: pattern(
      String.raw`^(?<when>(?:senast|snarast|före|innan|till|inom|om(?=\s(?:en|ett|två|tre|fyra|några|\d+)\s)|under|i|vecka|v\.)(?=\s)[^,.]{0,45}?)\s(?:får|ges)\s+${WHO}\s+i\s+uppdrag${GAP}(.+)$`,
    ),
    who: 2,
    gap: 3,
    passive: true,
  },
  {
    regexp: pattern(String.raw`^${WHO}\s+(?:får|ges)\s+uppdraget${GAP}(.+)$`),
    who: 1,
    gap: 2,
    passive: true,
  },
  { regexp: pattern(String.raw`^${WHO}\s+uppdras${TO}(.+)$`), who: 1, gap: 2, passive: true },
  // "Kommuncheferna får tillsammans med regiondirektören i uppdrag att …"
  {
    regexp: pattern(
      String.raw`^(.{2,120}?\s+får\s+(?:tillsammans\s+med|i\s+samverkan\s+med|i\s+samråd\s+med)\s[^.]{3,90}?)\s+i\s+uppdrag${GAP}(.+)$`,
    ),
    who: 1,
    gap: 2,
    passive: true,
  },
  // "Kommunerna ombeds att lämna sina volymer": what the body asks for, it gives to do.
  {
    regexp: pattern(String.raw`^${WHO}\s+ombeds(\s+)(?:att\s+)?(?!av\s)(\p{Ll}.+)$`),
    who: 1,
    gap: 2,
    passive: true,
  },
];
/** "… att tillsammans med Bo Lind ta fram": who is beside the actor, before the verb. */
const BESIDE =
  /^tillsammans\smed\s(\S.{0,80}?)\s(?=(?:se|ge|ta|bli|gå|få|stå|\p{Ll}{2,}(?<!ern|arn|orn|rd|dd|lig|isk)a)\s)/u;
/** Every form holds the word. */
const NAMES_UPPDRAG = /uppdra|ombeds/iu;
/** Told of, not given. */
const TOLD = pattern(
  String.raw`\b(?:gav|gavs|fick|har\s+(?:tidigare\s+)?(?:gett|givit|fått|uppdragit)|hade\s+(?:gett|fått)|uppdrog|uppdrogs|har\s+\p{L}+\s+(?:gett|fått))\b`,
);
const GIVEN_BY_OTHERS = pattern(
  String.raw`\b(?:regeringen|riksdagen|departementet|fullmäktige|av\s+\p{L}+(?:nämnden|styrelsen|fullmäktige|regeringen))\b`,
);
/** Somebody moves or wishes that it be given; whether it is, the decision tells. */
const WISHES = pattern(
  String.raw`\b(?:yrkar|yrkade|yrkande\p{L}*|reserverar|reserverade|frågan\s+(?:är\s+)?om\s[^.,]{1,60}\s(?:ska|skall|bör|kan|får|ges)|frågar\s+om|undrar\s+om|avslog|avslår|avslogs|förslaget\s+innebär|står\s+att)\b`,
);
const PROPOSES = pattern(
  String.raw`\b(?:föreslår|föreslog|föreslås|föreslogs|vill|ville|önskar|önskade|begär|begärde|anser|ansåg|menar|menade|kräver|innebär|uppmanar|revisorerna|motionen|skrivelsen|förslag(?:et|en)?\b[^.]{0,80}\s(?:om\s)?att)\b`,
);
/** "får i uppdrag av regeringen att …": another body's; its own names are masked. */
const COMMISSIONED = pattern(String.raw`\bi\s+uppdrag\s+av\s+\p{L}`);
/** "får i uppdrag av styrelsen att …" */
const BY_SELF = new RegExp(`^av\\s+${SELF_MARK}$`, 'u');
const SELF_OR_WE = pattern(String.raw`(?:${SELF_MARK}|\bvi\b)[^.]{0,60}$`);
const SUBJECT_BEFORE_VERB = /^(.*?)\s*(?:(?:att\s+)?(?:ger|ge|lämnar|lämna|uppdrar|uppdra)\s)/iu;

/**
 * The first sentence that assigns.
 *
 * @param text a decision point or a sentence of prose
 * @param inDecision in a decision the body is the subject, named or not
 */
export const readUppdrag = (text: string, self: Self, inDecision: boolean): UppdragClause | null =>
  readAllUppdrag(text, self, inDecision)[0] ?? null;

/** Every sentence that assigns, each with those after it that do not. */
export function readAllUppdrag(text: string, self: Self, inDecision: boolean): UppdragClause[] {
  const found: UppdragClause[] = [];
  for (const sentence of sentencesOf(text)) {
    const clause = readSentence(sentence, self, inDecision);
    const last = found.at(-1);
    if (clause) found.push(clause);
    else if (last) last.following = `${last.following} ${sentence.text}`.trim();
  }
  return found;
}

function readSentence(
  { text, from, to }: { text: string; from: number; to: number },
  self: Self,
  inDecision: boolean,
): UppdragClause | null {
  if (!NAMES_UPPDRAG.test(text)) return null;
  const words = withoutAside(text);
  for (const form of FORMS) {
    const match = form.regexp.exec(words);
    if (!match) continue;
    if (!isGivenHere(words, match, form.passive, self, inDecision)) return null;
    const between = (match[form.gap] ?? '').trim();
    const gap = BY_SELF.test(self.mask(between).text) ? '' : between;
    const told = [match.groups?.['when'] ?? '', gap, match[form.gap + 1] ?? '']
      .filter((part) => part !== '')
      .join(' ');
    const [beside = '', companion = ''] = BESIDE.exec(told) ?? [];
    const who = stripSelf(match[form.who] ?? '', self);
    return {
      assignees: companion === '' ? who : `${who} tillsammans med ${companion}`,
      clause: told.slice(beside.length),
      following: '',
      sentence: text,
      from,
      to,
    };
  }
  return null;
}

/** What stands between commas after "att" goes: on what it depends, or how; a date in it stays, before the verb. */
const withoutAside = (sentence: string): string =>
  sentence
    .replace(CONDITION, '$1 ')
    .replace(ASIDE_AFTER, (_, assigns: string, aside: string) =>
      NAMES_TIME.test(aside) ? `${assigns} ${aside} ` : `${assigns} `,
    );

/** "i uppdrag att, under förutsättning att alla antar avtalet, påbörja rekryteringen" */
const CONDITION = pattern(
  String.raw`(\bi\s+uppdrag\s+att|\buppdrar\s+åt\s[^,]{2,60}\satt),\s+(?:om|ifall|förutsatt\s+att|under\s+förutsättning\s+att|med\s+förbehåll\s+för\s+att|i\s+den\s+mån)\s[^,]{3,140},\s`,
);
/** "i uppdrag att, med utgångspunkt i rapporten, återkomma" */
const ASIDE_AFTER = pattern(
  String.raw`(\bi\s+uppdrag\s+att|\buppdrar\s+åt\s[^,]{2,60}\satt),\s+([^,]{3,140}),\s(?=\p{L}+a\b|se\b|ge\b|ta\b)`,
);
const NAMES_TIME = pattern(
  String.raw`\b(?:senast|före|innan|inom|till|under|snarast|omgående|vecka|inför)\b|\d{4}`,
);

function isGivenHere(
  sentence: string,
  match: RegExpExecArray,
  passive: boolean,
  self: Self,
  inDecision: boolean,
): boolean {
  const head = sentence.slice(0, match.index + match[0].search(/uppdr|ombeds/u));
  if (isQuoted(head) || DONE.test(sentence) || (!inDecision && sentence.endsWith('?')))
    return false;
  if (TOLD.test(head) || (tellsOfPast(head) && !inDecision)) return false;
  if (WISHES.test(head) || COMMISSIONED.test(self.mask(sentence).text)) return false;
  if (inDecision) return true;
  if (PROPOSES.test(head)) return false;
  // "VästKom får i uppdrag att …": the present tense gives it here and now, unless another body is named as giver.
  if (passive) return !GIVEN_BY_OTHERS.test(head);
  const subject = SUBJECT_BEFORE_VERB.exec(sentence)?.[1] ?? '';
  return SELF_OR_WE.test(self.mask(subject).text);
}

/** Quotation marks that are open: somebody else's words. */
const isQuoted = (head: string): boolean => (head.match(/[”"“»]/gu) ?? []).length % 2 === 1;
/** "… (Utfört.)", "… - klart" */
const DONE = /(?:\(|[–-]\s)(?:utfört|klart?|gjort|avklarat|åtgärdat)\.?\)?\.?$/iu;

/** "SRO beslutar att VästKom får i uppdrag": the assignee begins after the clause in which the body decides. */
function stripSelf(printed: string, self: Self): string {
  const { text, unmask } = self.mask(printed);
  return unmask(withoutSelf(text));
}

const withoutSelf = (who: string): string =>
  who
    .replace(
      pattern(
        String.raw`^${SELF_MARK}(?:,\s[^,]{2,30},)?\s+(?:beslutar|noterar|ställer sig bakom|godkänner|anser|föreslår)\b.*?\boch\s+(?:att\s+)?`,
      ),
      '',
    )
    .replace(pattern(String.raw`^${SELF_MARK}?(?:,\s[^,]{2,30},)?\s*beslut\p{L}*\s+att\s+`), '')
    .replace(/^(?:det\s+beslutas\s+att|att)\s+/iu, '')
    .replace(ASIDE, '')
    .replace(/\sfår(?=\s(?:tillsammans|i\ssamverkan|i\ssamråd)\s)/u, '');

/** "ger under sittande möte direktören i uppdrag": how it is given. */
const ASIDE =
  /^(?:(?:under\ssittande\smöte|enhälligt|härmed|därför|också|även|vidare|dessutom|samtidigt)\s)+/iu;
