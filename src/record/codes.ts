/** The closed set of diagnostic codes. docs/diagnostics.md tells each one's meaning and what to do. */
export const DIAGNOSTIC_CODES = [
  'file-unreadable',
  'input-empty',
  'input-binary',
  'encoding-uncertain',
  'lost-characters',
  'not-a-note',
  'era-unknown',
  'era-ambiguous',
  'note-truncated',
  'date-missing',
  'date-ambiguous',
  'date-contradiction',
  'date-impossible',
  'date-unreadable',
  'weekday-mismatch',
  'label-misspelt',
  'agenda-gap',
  'person-unreadable',
  'decision-unreadable',
  'line-unclaimed',
] as const;

export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

/** Severity belongs to the code, so that the same finding weighs the same everywhere. */
export const SEVERITY: Record<DiagnosticCode, 'error' | 'warning' | 'info'> = {
  'file-unreadable': 'error',
  'input-empty': 'error',
  'input-binary': 'error',
  'encoding-uncertain': 'warning',
  'lost-characters': 'warning',
  'not-a-note': 'error',
  'era-unknown': 'warning',
  'era-ambiguous': 'error',
  'note-truncated': 'warning',
  'date-missing': 'warning',
  'date-ambiguous': 'warning',
  'date-contradiction': 'warning',
  'date-impossible': 'warning',
  'date-unreadable': 'warning',
  'weekday-mismatch': 'warning',
  'label-misspelt': 'info',
  'agenda-gap': 'warning',
  'person-unreadable': 'warning',
  'decision-unreadable': 'warning',
  'line-unclaimed': 'info',
};
