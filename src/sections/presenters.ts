/** Presenters: after "Föredragande:", after a slash in a heading, or in parentheses at a title's end. */
import type { Presenter } from '../record/schema.js';
import type { FlowLine } from '../text/flowline.js';
import { joinFlow } from '../text/flow.js';
import { continues, isFull, gapAbove } from '../text/wrapping.js';
import type { Note } from '../note/note.js';
import { isMetadata } from './agenda/metadata.js';
import { readDecisionLabel } from './decisions/labels.js';
import { readPeopleList } from './people/list.js';
import { isFirstNameIn, isName, leadingName, looksLikeOrganisation } from './people/name.js';
import type { Known } from '../note/known.js';
import { isCommonFirstName } from './people/firstnames.js';
import { breaksOffInName } from './people/entrylines.js';
import { needsPlace } from './people/logicallines.js';
import { FUNCTION, isTitleWord } from './people/words/offices.js';

export function toPresenters(text: string, known: Known): Presenter[] {
  return readPeopleList(text, known)
    .filter(({ person }) => person.name !== null || /^\p{Lu}/u.test(person.affiliation ?? ''))
    .map(({ person }) => ({
      name: person.name,
      affiliation: person.affiliation,
      role: person.role ?? person.function,
    }));
}

/** Presenters of a slash heading: names, or lone first names, without organisations. */
export function toHeadingPresenters(text: string, known: Known): Presenter[] {
  const people = toPresenters(text, known);
  if (people.some((person) => person.name !== null)) return people;
  return text
    .replace(/\.$/u, '')
    .split(/,|\s(?:och|samt)\s/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => ({ name, affiliation: null, role: null }));
}

/** The lines after "Föredragande:" that carry its list on. */
export function presenterLines(
  note: Note,
  first: FlowLine,
  value: string,
  to: number,
): { lines: FlowLine[]; text: string } {
  const lines = [first];
  for (let at = first.at + 1; at < Math.min(to, first.at + 8); at += 1) {
    const [before, line] = [lines.at(-1), note.lines[at]];
    if (
      !before ||
      line?.bullet !== null ||
      isMetadata(line.text) ||
      readDecisionLabel(line.text) !== null
    )
      break;
    if (!presentersGoOn(before, line, note)) break;
    lines.push(line);
  }
  return { lines, text: joinFlow([{ ...first, text: value }, ...lines.slice(1)], note.flow) };
}

function presentersGoOn(before: FlowLine, line: FlowLine, note: Note): boolean {
  const { known } = note;
  if (gapAbove(line) > 1) return false;
  if (gapAbove(line) <= 0 && restOfPresenters(before, line, note)) return true;
  if (/(?:,|-|(?<!\p{L})(?:och|samt|för|inom|vid|av|i|från))$/u.test(before.text)) return true;
  if (/[.!?]$/u.test(before.text) && !/(?:ordf|dir|bitr)\.$/u.test(before.text)) return false;
  // "… Tjörns⏎kommun.": the rest of an organisation.
  if (/^\p{Ll}[\p{L}-]+[,.]?$/u.test(line.text)) return true;
  if (!continues(before, line) || HEADS_PART.test(line.text)) return false;
  return isFull(before, line) && looksLikePeople(line.text, known);
}

/** "… Region" over "Norrbotten", "…, Simrishamns" over "kommun och Anna Ek", "…, strateg" over "Västkom". */
function restOfPresenters(before: FlowLine, line: FlowLine, note: Note): boolean {
  const { organisations } = note.known;
  const last = before.text.split(/,\s|\soch\s/u).at(-1) ?? '';
  const [first = ''] = line.text.replace(/\.$/u, '').split(/,\s|\s(?:och|samt)\s/u);
  const endsWithOrganisation = last
    .split(' ')
    .some((_, at, words) =>
      organisations.has(`${words.slice(at).join(' ')} ${first}`.toLowerCase()),
    );
  return (
    endsWithOrganisation ||
    // "…, koncernkontoret" over "VGR": a unit, and whose it is.
    (/^\p{Lu}{2,8}[.,]?$/u.test(line.text) && /\p{Ll}$/u.test(before.text)) ||
    (needsPlace(before.text) &&
      /^\p{Lu}\p{L}+(?:\s(?:län|\p{Lu}\p{L}+)){0,2}[.,]?$/u.test(line.text)) ||
    (/\p{Ll}s$/u.test(last) && /^(?:kommun|stad|läns?)(?!\p{L})/u.test(line.text)) ||
    (isTitleWord(last.split(' ').at(-1) ?? '') &&
      (organisations.has(first.toLowerCase()) ||
        (first.split(' ').length <= 3 &&
          /^\p{Lu}/u.test(first) &&
          looksLikeOrganisation(first)))) ||
    (/^(?:och|samt)\s/u.test(line.text) &&
      leadingName(line.text.replace(/^\S+\s/u, '')) !== null) ||
    breaksOffInName(before, line, note)
  );
}

/** A heading of the item's own right below its presenters. */
const HEADS_PART =
  /^(?:Bakgrund|Nuläge|Syfte|Sammanfattning|Dialog|Diskussion|Frågor|Inledning|Uppdraget|Lägesrapport|Resultat|Information|Tids?plan|Förslag)\s*:?$/u;

/** Names, organisations and titles with their commas; a sentence has a verb and a stop further on. */
function looksLikePeople(text: string, known: Known): boolean {
  const words = text.split(' ');
  if (words.length > 16 || OF_SENTENCE.test(text)) return false;
  const starts =
    leadingName(text) !== null ||
    known.organisations.has((words[0] ?? '').replace(/[,.]$/u, '').toLowerCase());
  const single =
    /^\p{Lu}[\p{L}-]+[,.]?$/u.test(text) || /^\p{Lu}[\p{L}-]+(?:,|\s+och\s\p{Lu})/u.test(text);
  const lower = /^\p{Ll}[\p{L}-]+(?:\s\p{L}+){0,4}[,.]?$/u.test(text) && words.length <= 5;
  return (
    (starts || single || lower || /^(?:och|samt)\s\p{Lu}/u.test(text)) &&
    (!/[.!?]$/u.test(text) || words.length <= 8)
  );
}

/** Words of a sentence that no list of people with their offices holds. */
const OF_SENTENCE =
  /(?<!\p{L})(?:är|var|har|hade|ska|skall|sade|säger|kan|får|fick|gav|ger|blir|blev|att|som|sin|sig|inte|det|\p{Ll}{3,}(?:ade|ades|erar))(?!\p{L})/u;

/** "Nytt från Socialstyrelsen – Anna Berg": nobody but people whom the note knows. */
function takeAfterDash(
  title: string,
  known: Known,
): { title: string; presenters: Presenter[] } | null {
  const [, words = '', after = ''] = /^(.{3,})\s[-–—]\s([^()]{4,120})$/u.exec(title) ?? [];
  if (words === '' || leadingName(after) === null) return null;
  const presenters = toPresenters(after, known);
  const areKnown = presenters.every(
    ({ name }) => name !== null && known.names.has(name.toLowerCase()),
  );
  return areKnown && presenters.length > 0 ? { title: words, presenters } : null;
}

/** "Trygghetspunkter (Yusuf)", "Kommunikation (Mona, Håkan)": first names of people whom the note knows. */
function takeFirstNames(
  title: string,
  known: Known,
): { title: string; presenters: Presenter[] } | null {
  const [, words = '', inner = ''] = /^(.{3,}?)\s*\(([^()]{2,60})\)$/u.exec(title) ?? [];
  const names = inner.split(/,\s|\s(?:och|samt)\s|\s?\/\s?/u);
  const areKnown = names.every((name) => isFirstNameIn(known.names, name));
  return words !== '' && areKnown
    ? {
        title: words,
        presenters: names.map((name) => ({ name, affiliation: null, role: null })),
      }
    : null;
}

/** "Kunskapsstyrning / Ida Ek och Bo Lind": whole names only, since "Vård och hälsa / Äldre" is a title. */
function takeAfterSlash(
  title: string,
  known: Known,
): { title: string; presenters: Presenter[] } | null {
  const [, before = '', after = ''] = /^(.{3,}?)\s+\/\s+([^/]{4,120})$/u.exec(title) ?? [];
  const names = after.split(/,\s|\s(?:och|samt)\s/u);
  const areNames = names.every(
    (name) =>
      isName(name) &&
      (known.names.has(name.toLowerCase()) || isCommonFirstName(name.split(' ')[0] ?? '')),
  );
  return before !== '' && areNames
    ? { title: before, presenters: toPresenters(after, known) }
    : null;
}

/** "Lägesrapport om digitalisering (Anna Berg, VGR)": the title, and who presents. */
export function takeTitlePresenters(
  title: string,
  known: Known,
): { title: string; presenters: Presenter[] } {
  const marked =
    takeAfterSlash(title, known) ?? takeAfterDash(title, known) ?? takeFirstNames(title, known);
  if (marked) return marked;
  const match = /\s*\(([^()]{4,120})\)$/u.exec(title);
  const inner = match?.[1] ?? '';
  const name = leadingName(inner);
  const known_ = name !== null && known.names.has(name.toLowerCase());
  if (!match || name === null || FUNCTION.test(inner)) return { title, presenters: [] };
  const people = toPresenters(inner, known);
  const plausible =
    people.length > 0 && people.every((person) => person.name !== null) && (known_ || isName(name));
  return plausible
    ? { title: title.slice(0, match.index), presenters: people }
    : { title, presenters: [] };
}
