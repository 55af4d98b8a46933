/** Words for who can be given something to do. */
import { isOrganisationWord } from '../people/words/organisations.js';
import { isTitleWord } from '../people/words/offices.js';

/** "Projektledaren", "Kansliet"; "Automaten" undertakes nothing. */
export const isOfficeOrBody = (word: string): boolean =>
  isTitleWord(word.replace(/en$/u, '')) ||
  isTitleWord(word.replace(/n$/u, '')) ||
  isTitleWord(word) ||
  isOrganisationWord(word) ||
  BODY.test(word);

const BODY =
  /(?:aren|anden|gruppen|presidiet|teamet|utskottet|sekretariatet|kansliet|kontoret|ombudet|parten|förbundet|förbunden|kommunerna|regionerna|huvudmännen|bolaget|byrån|mötet|forumet|organet|rådet|nämnden|kommunen|regionen|staden|chefen|direktören|läkaren|linjen|mottagningen|vårdcentralen|förvaltningen|enheten|skolan|polisen|facket|hygien|smittskydd)$/iu;
