/** What a note itself has taught: organisations and persons met where they cannot be mistaken. */
export interface Known {
  /** Lower-case organisations. */
  organisations: ReadonlySet<string>;
  /** Lower-case full names. */
  names: ReadonlySet<string>;
}

export const NOTHING_KNOWN: Known = { organisations: new Set(), names: new Set() };
