/** A side's heading and its people on one line: "För Region Skåne (RS): Anna Berg (S), Lund; Per Ek". */
import { readSideHeading } from './headings.js';
import { leadingName } from './name.js';

export interface SideList {
  side: string;
  people: string;
}

const SIDE_LIST =
  /^((?:för|från|närvarande|deltagare|representanter)\s[^:;]{2,80}?)\s*:\s+(\p{Lu}.{3,})$/iu;

export function readSideList(text: string): SideList | null {
  const [, heading = '', people = ''] = SIDE_LIST.exec(text) ?? [];
  const side = heading === '' ? null : readSideHeading(heading);
  return side && leadingName(people) !== null ? { side: side.side, people } : null;
}
