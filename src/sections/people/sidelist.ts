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

export function readSideList(text: string): SideList | null {
  const [, heading = '', people = ''] = SIDE_LIST.exec(text) ?? [];
  const side = heading === '' ? null : readSideHeading(heading);
  return side && (leadingName(people) !== null || OFFICE_FIRST.test(people))
    ? { side: side.side, people }
    : null;
}
