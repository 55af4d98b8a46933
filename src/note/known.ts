/** What a note itself has taught: organisations and persons met where they cannot be mistaken. */
export interface Known {
  /** Lower-case organisations. */
  organisations: ReadonlySet<string>;
  /** Lower-case full names; rosters add theirs as they are read. */
  names: Set<string>;
}
