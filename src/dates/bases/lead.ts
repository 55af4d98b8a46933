/** What a whole date can have before it: a part of it, a weekday. */
import type { Part } from '../partial.js';
import { WEEKDAY } from '../vocabulary.js';

const PART_WORDS: Record<string, Part> = {
  början: 'early',
  inledningen: 'early',
  mitten: 'middle',
  slutet: 'late',
};

/** "i mitten av": the words, to be followed by one of the whole rules. */
export const PART_LEAD =
  /(?:i\s+|vid\s+|mot\s+)?(början|inledningen|mitten|slutet)\s+(?:av|på)\s+/iuy;

export const partOfWord = (word: string): Part => PART_WORDS[word.toLowerCase()] ?? 'early';

/** A weekday before a date ("fredagen den 7 februari"): the pattern, and the number it gives. */
export const WEEKDAY_LEAD = new RegExp(String.raw`(${WEEKDAY})(?:,|\s)\s*(?:den\s+)?`, 'iuy');
