/**
 * The words a date phrase can begin with. Most words of a text begin none, and are told apart here by one look, where
 * trying the patterns of every rule would take twenty. A rule that opens with a new word names it here.
 */
import { MONTHS, SEASONS, WEEKDAYS } from './vocabulary.js';

/** Leads: "senast", "fram till", "i god tid före" … (leads.ts), and the openings that leads share with relative phrases. */
const LEADS =
  'senast fram till t tom inför före innan i strax dagarna veckan tidigast direkt efter fr from från mellan med under ' +
  'perioden någon vid på den kring runt omkring ca cirka inom år åren mot';
/** Bases and what goes before them: parts, terms, quarters, weeks, turns and holidays (bases/). */
const BASES =
  'början inledningen mitten slutet månadsskiftet vårterminen höstterminen vt ht första andra tredje fjärde halvår ' +
  'halvårsskiftet kvartal kv q tertial v vecka veckorna årsskiftet läsåret jul julen julhelgen nyår nyåret påsk ' +
  'påsken midsommar midsommaren sista siste';
/** Phrases that count from the meeting, and those without a date (relative.ts). */
const RELATIVE =
  'om nästa nästkommande kommande denna årets utgången nu så snarast omgående omedelbart skyndsamt löpande ' +
  'kontinuerligt tills årligen kvartalsvis månadsvis varje';

const OPENERS: ReadonlySet<string> = new Set([
  ...[LEADS, BASES, RELATIVE].flatMap((words) => words.split(' ')),
  ...[MONTHS, SEASONS, WEEKDAYS].flatMap((words) => Object.keys(words)),
  ...Object.keys(WEEKDAYS).map((day) => `${day}en`),
]);

/** @param word the letters a place begins with, in any case; a figure can always begin a date */
export const canOpen = (word: string): boolean =>
  OPENERS.has(word.toLowerCase()) || /^\d/u.test(word);
