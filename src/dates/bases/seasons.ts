/** Seasons: våren 2018, vintern 2025/26, i höst. */
import { type BaseRule, type BaseReading, sticky, shortYear } from './rule.js';
import { SEASONS, YEAR } from '../vocabulary.js';

const SEASON = '(?:våren|sommaren|hösten|vintern)';

export const SEASON_RULES: BaseRule[] = [
  {
    name: 'season',
    starts: 'vsh',
    pattern: sticky(String.raw`(vintern)\s+(${YEAR})\s*[/–-]\s*(\d\d(?:\d\d)?)`),
    read: (m) => winter(Number(m[2]), m[3] ?? ''),
  },
  {
    name: 'season',
    starts: 'vsh',
    pattern: sticky(String.raw`(${SEASON})(?:,?\s+|\s*[-–])(${YEAR}|(?<=[-–])\d\d)(?![\d/])`),
    read: (m) => ({
      partial: { unit: 'season', season: seasonOf(m[1]), year: shortYear(m[2] ?? '') },
    }),
  },
  {
    // "i höst"; "i vår verksamhet" is another "vår", so nothing that could be its noun may follow.
    name: 'season',
    starts: 'vsh',
    pattern: sticky(
      String.raw`(?<=\bi\s+)(sommar|höst|vinter|vår(?=\s*(?:[.,;:)!?–]|$|(?:och|men|samt|då|när|ska|skall|kommer|för att|att|efter|innan)\s)))`,
    ),
    needs: 'lead',
    read: (m) => ({ partial: { unit: 'season', season: seasonOf(m[1]) } }),
  },
  {
    name: 'season',
    starts: 'vsh',
    pattern: sticky(`(${SEASON})`),
    needs: 'lead',
    read: (m) => ({ partial: { unit: 'season', season: seasonOf(m[1]) } }),
  },
];

const seasonOf = (word = ''): (typeof SEASONS)[string] => SEASONS[word.toLowerCase()] ?? 'spring';

function winter(year: number, end: string): BaseReading | null {
  const endYear = end.length === 2 ? Math.floor(year / 100) * 100 + Number(end) : Number(end);
  return endYear === year + 1
    ? { partial: { unit: 'season', season: 'winter', year, endYear } }
    : null;
}
