/** What notes are called: the words that their titles are told by. */
export const TITLE_WORD = String.raw`(?:(?:minnes|mötes?|nätverks|arbets|styrgrupps|protokolls)?anteckning(?:ar|en|arna)?|\p{L}*protokoll|minnes-\s?och\s+mötesanteckningar|mötesreferat|referat)`;
