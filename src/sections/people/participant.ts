/** A person's entry as a participant of the record. */
import type { Participant } from '../../record/schema.js';
import type { Person } from './persontype.js';

/** @param group heading under which the person stands @param lines of the entry */
export function toParticipant(
  { name, party, affiliation, role, function: office, remark }: Person,
  group: string | null,
  lines: Participant['lines'],
): Participant {
  return {
    name,
    party,
    affiliation,
    role,
    function: office,
    side: null,
    group,
    status: 'present',
    remark,
    lines,
  };
}
