/** Where the name ends that an entry begins with. */
import type { Known } from '../../note/known.js';
import { leadingName, looksLikeOrganisation } from './name.js';
import { isTitleWord } from './words/offices.js';
import { ACRONYM, isOrganisationWord } from './words/organisations.js';

/** After its place: "Falu kommun", "Dalarnas kommunförbund". */
const OF_PLACE =
  /^\s(?:kommun|kommunförbund|stad|län|landsting|sjukhus|samordningsförbund)(?!\p{L})/u;

/** What its place follows: "Region Kronoberg", "Kommunförbundet Skåne". */
const BEFORE_PLACE = /^(?:Region|Landstinget|Länsstyrelsen|\p{Lu}\p{Ll}*(?:förbundet|samverkan))$/u;

/** The longest run of name words that leaves a known organisation to what follows. */
export function nameAtStart(text: string, known: Known): string | null {
  let name = leadingName(text);
  if (name === null) return null;
  const words = name.split(' ');
  const organisation = words.findIndex((word, at) => at >= 2 && BEFORE_PLACE.test(word));
  if (organisation > 0) words.length = organisation;
  while (words.length > 2) {
    const tail = words.slice(2).join(' ');
    const cut = [1, 2].find((count) => {
      const end = words.slice(-count).join(' ');
      return (
        words.length - count >= 2 &&
        (known.organisations.has(end.toLowerCase()) || isPlainOrganisation(end))
      );
    });
    if (cut === undefined || tail === '') break;
    words.length -= cut;
  }
  // "Ida Holm Falu kommun": the place belongs to its municipality.
  if (words.length > 2 && OF_PLACE.test(text.slice(words.join(' ').length))) words.length -= 1;
  name = words.join(' ');
  if (words.length === 2 && isTitleWord(words[1] ?? '') && !known.names.has(name.toLowerCase()))
    return null;
  return looksLikeOrganisation(name) && !known.names.has(name.toLowerCase()) ? null : name;
}

const isPlainOrganisation = (word: string): boolean =>
  isOrganisationWord(word) || ACRONYM.test(word);
