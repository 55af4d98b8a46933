/** A side's heading and its people on one line: "För Region Skåne (RS): Anna Berg (S), Lund; Per Ek". */
import { readSideHeading } from './headings.js';
import { leadingName } from './name.js';

export interface SideList {
  side: string;
  people: string;
}

/** "kommunalråd Eva Udd (C)" */
const OFFICE_FIRST = /^(?:\p{Ll}+\s){1,3}\p{Lu}\p{Ll}+\s\p{Lu}/u;

const SIDE_LIST =
  /^((?:för|från|närvarande|deltagare|representanter)\s[^:;]{2,80}?)\s*:\s+(\p{Lu}.{3,})$/iu;

/** "Kommuner: Anna Berg (S) Lund, Per Ek (M) Eslöv": politicians of a kind of side, which needs no other word. */
const KIND_LIST =
  /^(Kommuner(?:na)?|Regionen|Landstinget)\s*:\s+(\p{Lu}[^.]{3,}?\((?:S|M|C|L|FP|V|KD|MP|SD)\).*)$/u;

export function readSideList(text: string): SideList | null {
  const [, kind = '', named = ''] = KIND_LIST.exec(text) ?? [];
  if (kind !== '' && leadingName(named) !== null) return { side: kind, people: named };
  const [, heading = '', people = ''] = SIDE_LIST.exec(text) ?? [];
  // "För underlag, se: …"
  const side = heading === '' || /[\s,]se$/iu.test(heading) ? null : readSideHeading(heading);
  return side && (leadingName(people) !== null || OFFICE_FIRST.test(people))
    ? { side: side.side, people }
    : null;
}
