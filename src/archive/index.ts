/** The archive as a library: what `sro import`, `search`, `log` and the others call. */
export { locateArchive } from './locate.js';
export {
  Archive,
  ArchiveError,
  UsageError,
  explain as explainArchiveError,
  openArchive,
  type Row,
} from './database.js';
export { type ImportOptions, type ImportResult, importPaths } from './import/run.js';
export { lockImport } from './import/lock.js';
export { type Counts, type FileOutcome, type Outcome, OUTCOMES } from './import/outcome.js';
export { type ArchiveStatus, filesWith, type ListedFile, statusOf } from './status.js';
export { bodiesNamed, type Hit, searchArchive, type SearchQuery } from './search.js';
export {
  type ArchivedLog,
  documentsOf,
  type LogQuery,
  logOf,
  meetingsOf,
  refreshLog,
} from './log.js';
export { changesOf, type RecordChange } from './diff.js';
export {
  type OrganisationEntry,
  organisationsOf,
  peopleOf,
  type PersonEntry,
  tiedWith,
} from './people.js';
export {
  type Circumstances,
  enterAction,
  type EntryAction,
  enterTie,
  nextMeetingOf,
  readDeadline,
  undoLine,
} from './entering.js';
export { listAddedTo } from './adding.js';
export { enterFix } from './fixing.js';
export { enterWithdrawal } from './withdrawing.js';
export { withdrawnMeetings } from './withdrawn.js';
export {
  type LooseEntry,
  looseEntries,
  type OvertakenCorrection,
  overtakenCorrections,
  renamedEntries,
  renamedTo,
  whatIsLoose,
  type Loosened,
} from './loose.js';
export { type JournalLine, journalOf, type ListedLine, validLines } from './journal.js';
export { exportArchive, exportStreamOf } from './export.js';
export { restoreArchive, type RestoreResult } from './restore.js';
export { countFiles } from './import/walk.js';
