/**
 * Deadlines and coming meetings as an iCalendar (RFC 5545). UIDs are stable and SEQUENCE grows with an entry's history,
 * so that a calendar that subscribes updates instead of doubling.
 */
import { addDays } from '../dates/index.js';
import type { LogEntry } from '../log/types.js';
import type { Meeting } from '../record/schema.js';
import { slug } from '../record/ids.js';
import { sanitise } from './sanitise.js';

const escape = (text: string): string =>
  sanitise(text).replaceAll('\\', '\\\\').replaceAll(/[;,]/gu, '\\$&');
const day = (date: string): string => date.replaceAll('-', '');

/** Lines of at most 75 octets; the rest goes on after a blank. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}

function todo(entry: LogEntry, stamp: string): string[] {
  const status = { open: 'NEEDS-ACTION', done: 'COMPLETED', cancelled: 'CANCELLED' }[entry.status];
  return [
    'BEGIN:VTODO',
    `UID:uppdrag-${entry.id}@sro`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${entry.history.length - 1}`,
    `SUMMARY:${escape(entry.task)}`,
    ...(entry.due?.latest ? [`DUE;VALUE=DATE:${day(entry.due.latest)}`] : []),
    ...(entry.due?.earliest && entry.due.earliest !== entry.due.latest
      ? [`DTSTART;VALUE=DATE:${day(entry.due.earliest)}`]
      : []),
    `DESCRIPTION:${escape(`${entry.assignees.join(', ')}. Givet ${entry.meeting.id}${entry.item.number === null ? '' : `, punkt ${entry.item.number}`}.`)}`,
    `STATUS:${status}`,
    'END:VTODO',
  ];
}

function meetingEvents(meetings: readonly Meeting[], stamp: string, today: string): string[] {
  const days = new Map<string, string[]>();
  for (const meeting of meetings) {
    const body = meeting.body?.name ?? 'Möte';
    for (const { date, startTime, endTime, place } of meeting.upcomingMeetings) {
      if (date === null || date < today) continue;
      const time =
        startTime === null
          ? [`DTSTART;VALUE=DATE:${day(date)}`, `DTEND;VALUE=DATE:${day(addDays(date, 1))}`]
          : [
              `DTSTART:${day(date)}T${startTime.replace(':', '')}00`,
              ...(endTime === null ? [] : [`DTEND:${day(date)}T${endTime.replace(':', '')}00`]),
            ];
      days.set(`${slug(body)}-${date}`, [
        'BEGIN:VEVENT',
        `UID:mote-${slug(body)}-${date}@sro`,
        `DTSTAMP:${stamp}`,
        'SEQUENCE:0',
        `SUMMARY:${escape(`${body}, möte`)}`,
        ...time,
        ...(place === null ? [] : [`LOCATION:${escape(place)}`]),
        'END:VEVENT',
      ]);
    }
  }
  return [...days.values()].flat();
}

/** @param today also the stamp: the same notes on the same day give the same file */
export function logCalendar(
  entries: readonly LogEntry[],
  meetings: readonly Meeting[],
  today: string,
): string {
  const stamp = `${day(today)}T000000Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//sro//beslutslogg//SV',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Beslutslogg',
    ...entries.flatMap((entry) => todo(entry, stamp)),
    ...meetingEvents(meetings, stamp, today),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
