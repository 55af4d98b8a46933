/** One entry a day, whatever places of the note name it. */
import type { UpcomingMeeting } from '../../record/schema.js';
import { inOrder } from '../../text/order.js';

/** One entry a day: "Nästa möte" and the list of meetings name the same ones. Only days after the meeting. */
export function mergeMeetings(
  meetings: readonly UpcomingMeeting[],
  meetingDate: string | null,
): UpcomingMeeting[] {
  const merged = new Map<string, UpcomingMeeting>();
  for (const meeting of meetings) {
    const date = meeting.date;
    if (date === null || (meetingDate !== null && date <= meetingDate)) continue;
    const known = merged.get(date) ?? sameDayStated(merged, meeting);
    if (!known) merged.set(date, { ...meeting });
    else {
      known.startTime ??= meeting.startTime;
      known.endTime ??= meeting.endTime;
      known.place ??= meeting.place;
      known.inferred = known.inferred && meeting.inferred;
    }
  }
  return [...merged.values()].sort((a, b) => inOrder(a.date ?? '', b.date ?? ''));
}

/** The same day and month in another year, one of the two inferred: the stated year wins. */
function sameDayStated(
  merged: Map<string, UpcomingMeeting>,
  meeting: UpcomingMeeting,
): UpcomingMeeting | undefined {
  const other = [...merged.values()].find(
    (known) =>
      known.date?.slice(5) === meeting.date?.slice(5) && known.inferred !== meeting.inferred,
  );
  if (other?.inferred && meeting.date !== null) {
    merged.delete(other.date ?? '');
    other.date = meeting.date;
    merged.set(meeting.date, other);
  }
  return other;
}
