/** Numbers as Word and people print them, and read again. */

/**
 * @param format as in ECMA-376 part 1, 17.18.59 (ST_NumberFormat); those that Swedish notes do not use are shown in
 * figures, and so is what a format has no sign for
 */
export function numeral(value: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    default:
      return String(value);
  }
}

/** a … z, then aa, bb …, as Word counts. */
const letters = (value: number): string =>
  value < 1 || value > 780
    ? String(value)
    : String.fromCodePoint(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

const ROMAN = 'm:1000 cm:900 d:500 cd:400 c:100 xc:90 l:50 xl:40 x:10 ix:9 v:5 iv:4 i:1'
  .split(' ')
  .map((pair) => pair.split(':') as [string, string]);

/** @returns what a Roman number counts, or null where it is not written as one is */
export function readRoman(printed: string): number | null {
  const lower = printed.toLowerCase();
  for (let value = 1; value < 90; value += 1) if (roman(value) === lower) return value;
  return null;
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  return ROMAN.map(([sign, worth]) => {
    const times = Math.floor(rest / Number(worth));
    rest -= times * Number(worth);
    return sign.repeat(times);
  }).join('');
}
