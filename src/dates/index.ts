export { addDays, daysBetween, weekdayOf, yearOf } from './calendar.js';
export { findDates } from './find.js';
export type { DatePhrase } from './phrase.js';
export type { DateContext } from './resolve.js';
export { tellsOfFuture, tellsOfPast } from './tense.js';
export { readClock, readTimes, type Times } from './clock.js';
