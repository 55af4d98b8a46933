/** What kind of organisation somebody stands for: a municipality or a region. */
import { isOrganisationWord } from './words/organisations.js';

export type Kind = 'kommun' | 'region';
export const KINDS: readonly Kind[] = ['kommun', 'region'];

const OF_REGION =
  /(?<!\p{L})region(?:en|styrelsen|fullmäktige)?(?!\p{L})|landsting|hälso- och sjukvård|sjukhus|primärvård/iu;

/** "Göteborgsregionen" is a union of municipalities, and no region, unlike one with a point of the compass before it. */
const OF_MUNICIPALITY =
  /(?<!\p{L})(?<!(?:Norra|Södra|Östra|Västra|Mellersta)\s)\p{Lu}\p{Ll}+sregionen(?!\p{L})|kommun(?:en|er|erna|s|ernas|förbund\p{L}*|styrelse\p{L}*|fullmäktige|råd|al\p{L}*)?(?!\p{L})|\sstad$|stads\s/iu;

const PLACE_ALONE = /,\s(\p{Lu}\p{Ll}+)(?:,\s(?:vice\s)?ordförande)?$/u;

/** "ordf. Regionstyrelsen", "vice ordförande Hälsovalsnämnden (HVN)": the region sends the chairs of its boards. */
const CHAIR_OF_BOARD =
  /(?<!\p{L})ordf(?:\.|örande)(?:\si)?\s(?:\p{Lu}[\p{L}-]*(?:\soch\s)?\s?)*\p{L}*(?:nämnden|styrelsen|utskottet|beredningen)(?!\p{L})/u;

/** @param printed an entry of a roster @returns null where its words do not tell */
export function kindOf(printed: string): Kind | null {
  const text = printed.replaceAll(/\s*\([^()]*\)/gu, '');
  if (OF_REGION.test(text)) return 'region';
  if (CHAIR_OF_BOARD.test(text) && !OF_MUNICIPALITY.test(text)) return 'region';
  // A place alone is a municipality: "Leif Nordmark (S), Sollefteå".
  const place = PLACE_ALONE.exec(text)?.[1] ?? '';
  const isPlace = place !== '' && !isOrganisationWord(place);
  return isPlace || OF_MUNICIPALITY.test(text) ? 'kommun' : null;
}

/** "Kommunpolitiker" and "Regionpolitiker" head groups of one side each. */
export const kindOfGroup = (heading: string): Kind | null =>
  /^kommun/iu.test(heading) ? 'kommun' : /^(?:region|landsting)/iu.test(heading) ? 'region' : null;
