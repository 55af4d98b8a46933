/** What an entry of a list says of one person. */

export interface Person {
  name: string | null;
  party: string | null;
  affiliation: string | null;
  role: string | null;
  function: string | null;
  remark: string | null;
}

export const nobody = (): Person => ({
  name: null,
  party: null,
  affiliation: null,
  role: null,
  function: null,
  remark: null,
});
