/** Times of day: "13.00 – 15.00", "kl. 9-12", "klockan 13:00-15:00", "mellan 16.10 och 17.00", "kl 8.30". */
export interface Times {
  start: string;
  end: string | null;
  /** Offsets of the phrase in the text read. */
  from: number;
  to: number;
}

const CLOCK = String.raw`([01]?\d|2[0-4])(?:\s?[.:]\s?([0-5]\d))?`;
/** "9–12", "9 till 12"; "och" only where "mellan" opened the span. */
const TO = String.raw`(?:–|—|-|till|(?<=(?<!\p{L})mellan\s+(?:kl(?:ockan|\.)?\s*)?[\d.:]{1,5}\s+)och)`;
const TIMES = new RegExp(
  String.raw`(?<![\d.,/:-])(?:(kl\.?|klockan)\s*:?\s*)?${CLOCK}(?:\s*${TO}\s*(?:ca\.?\s*)?(?:kl\.?\s*)?${CLOCK})?(?![\d/%]|[.:]\d|\s*(?:min(?:uter)?|st|personer)(?!\p{L}))`,
  'giu',
);

export function readClock(hour: string, minute?: string): string | null {
  const at = Number(hour);
  if (at > 23) return null;
  return `${String(at).padStart(2, '0')}:${minute ?? '00'}`;
}

/**
 * The first time of day in a text. A number alone is a time only after "kl" or as both ends of a span with minutes.
 * @param bare the text is the value of a time label: "9-12" is a time there
 */
export function readTimes(text: string, bare = false): Times | null {
  for (const m of text.matchAll(TIMES)) {
    const [whole, lead, hour = '', minute, endHour, endMinute] = m;
    const isTime = lead !== undefined || minute !== undefined || (bare && endHour !== undefined);
    if (!isTime) continue;
    const start = readClock(hour, minute);
    if (start === null) continue;
    const end = endHour === undefined ? null : readClock(endHour, endMinute);
    return { start, end, from: m.index, to: m.index + whole.length };
  }
  return null;
}
