export { addDays, daysBetween, weekdayOf, yearOf } from './calendar.js';
export { findDates, type DatePhrase } from './find.js';
export type { DateContext } from './resolve.js';
export { tellsOfFuture, tellsOfPast } from './tense.js';
export { readClock, readTimes, type Times } from './clock.js';
