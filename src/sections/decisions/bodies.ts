/** The words by which a note calls its own body, so that another body's decision is not taken for this one's. */
import { anyOf } from '../../text/pattern.js';
import type { Meeting } from '../../record/schema.js';

/** Definite forms by which any body calls itself in its own note. */
const SELF = [
  'gruppen',
  'styrgruppen',
  'nätverket',
  'mötet',
  'rådet',
  'samrådet',
  'ledningsgruppen',
  'kommittén',
  'nämnden',
  'styrelsen',
  'utskottet',
  'samverkansnämnden',
  'samverkansgruppen',
  'beredningsgruppen',
  'beredningen',
  'forumet',
  'samrådsgruppen',
  'samrådsorganet',
  'det politiska samrådsorganet',
  'politiskt samrådsorgan',
  'arbetsgruppen',
  'projektgruppen',
  'referensgruppen',
  'chefsnätverket',
  'samverkansrådet',
  'ledningsrådet',
  'delegationen',
  'årsmötet',
  'stämman',
  'direktionen',
  'förbundsstyrelsen',
  'arbetsutskottet',
  'ledningsnätverket',
  'styrgruppen för',
  'ledningsmötet',
  'konferensen',
  'programrådet',
  'temagruppen',
  'kunskapsrådet',
  'samordningsgruppen',
];

/** An alternation of the body's own names, for use in a pattern. */
export function selfPattern(body: Meeting['body']): string {
  const names = [...SELF];
  if (body) {
    names.push(body.name);
    if (body.fullName) names.push(body.fullName);
    names.push(...definiteForms(`${body.name} ${body.fullName ?? ''}`));
  }
  return anyOf([...new Set(names.map((name) => name.toLowerCase()))]);
}

/** "Styrgrupp för …" calls itself "Styrgruppen", "Nätverk för …" "Nätverket". */
function definiteForms(name: string): string[] {
  const forms: string[] = [];
  for (const word of name.toLowerCase().split(/[\s,]+/u)) {
    if (/(?:grupp|nämnd|delegation|beredning)$/u.test(word)) forms.push(`${word}en`);
    if (/(?:nätverk|råd|samråd|forum|utskott|möte|organ)$/u.test(word))
      forms.push(word.endsWith('e') ? `${word}t` : `${word}et`);
    if (word.endsWith('styrelse')) forms.push(`${word}n`);
    if (word.endsWith('kommitté')) forms.push(`${word}n`);
    if (
      /(?:gruppen|nätverket|rådet|nämnden|styrelsen|kommittén|forumet|utskottet|organet)$/u.test(
        word,
      )
    )
      forms.push(word);
  }
  return forms;
}
