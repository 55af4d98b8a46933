/** What a note itself has taught: organisations and persons met where they cannot be mistaken. */
export interface Known {
  /** Lower-case organisations; rosters add those that look like names. */
  organisations: Set<string>;
  /** Lower-case full names; rosters add theirs as they are read. */
  names: Set<string>;
}
