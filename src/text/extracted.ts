/** What the readers of PDF and DOCX hand on: plain text with its layout, as a text file of the note would hold it. */
export interface ExtractedText {
  /** Lines end at LF; a form feed stands directly before the first line of a new page. */
  text: string;
  /** How many pages the document has; where it does not say (DOCX), one more than its explicit page breaks. */
  pages: number;
}
