/** The log of one body is made anew without reading what belongs to the others. */
export const THIRD = `
  CREATE INDEX IF NOT EXISTS renamed_by_body ON renamed (body_slug);
  CREATE INDEX IF NOT EXISTS suggestions_by_body ON suggestions (body_slug);
`;
