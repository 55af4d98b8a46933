/** Views of what records hold and the first ones left out. */
export const FOURTH = `
  CREATE VIEW signatories AS
    SELECT meeting, one.value ->> '$.name' AS name, one.value ->> '$.role' AS role,
      one.value ->> '$.organisation' AS organisation
    FROM records, json_each(record, '$.signatories') AS one;
  CREATE VIEW upcoming_meetings AS
    SELECT meeting, body, one.value ->> '$.date' AS date, one.value ->> '$.startTime' AS start_time,
      one.value ->> '$.endTime' AS end_time, one.value ->> '$.place' AS place
    FROM records, json_each(record, '$.upcomingMeetings') AS one;
  CREATE VIEW history AS
    SELECT entries.id, one.value ->> '$.date' AS date, one.value ->> '$.event' AS event,
      one.value ->> '$.origin' AS origin, one.value ->> '$.meeting' AS meeting, one.value ->> '$.text' AS text
    FROM entries, json_each(entry, '$.history') AS one;
`;
