/** Markdown that PDF-to-markdown tools leave in a note: emphasis, links, escapes, headings. */
export interface MarkdownLine {
  text: string;
  links: { title: string; href: string }[];
  /** 1 to 6 for a `#` heading, else 0. */
  headingLevel: number;
  /** The whole line, its number or bullet aside, was emphasised. */
  strong: boolean;
  /** Emphasised words, as printed: a function such as "**vice ordförande**" is told by its bold type. */
  emphasised: string[];
}

const LINK = /\[((?:\\.|[^[\]\\]){1,400})\]\(([^()\s]{0,2000})\)/gu;
const STRONG = /\*\*(?=\S)([^*]{1,2000}?\S?)\*\*/gu;
const EMPHASIS = /(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]{1,4000})\*(?![\p{L}\p{N}*])/gu;
const UNDERLINED =
  /(?<![\p{L}\p{N}_])(__?)(?=[^\s_])([^_]{1,400}?)(?<=[^\s_])\1(?![\p{L}\p{N}_])/gu;
const MARKS = /[*[#\\_]/u;

/** Takes the marks away and keeps what they said. Unbalanced asterisks are text (a note's own footnote mark). */
export function readMarkdown(line: string): MarkdownLine {
  if (!MARKS.test(line))
    return { text: line, links: [], headingLevel: 0, strong: false, emphasised: [] };
  const links: MarkdownLine['links'] = [];
  const emphasised: string[] = [];
  let text = line.replaceAll(LINK, (_, title: string, href: string) => {
    const plain = unescape(title.replaceAll(/\*+/gu, ''));
    links.push({ title: plain.trim(), href });
    return plain;
  });
  const heading = /^\s{0,3}(#{1,6})\s+/u.exec(text);
  if (heading) text = text.slice(heading[0].length);
  const keep = (_: string, inner: string): string => {
    emphasised.push(inner.trim());
    return inner;
  };
  // A backslash at the line's end breaks it there.
  text = unescape(
    text
      .replace(/(?<!\\)\\\s*$/u, '')
      .replaceAll(STRONG, keep)
      .replaceAll(EMPHASIS, keep)
      .replaceAll(UNDERLINED, (_, __, inner: string) => keep(_, inner)),
  );
  const body = text.replace(/^\s*(?:\d{1,2}[.)]?|[-•])?\s*/u, '').trim();
  const strong = emphasised.some((part) => part === body || part === text.trim());
  return { text, links, headingLevel: heading?.[1]?.length ?? 0, strong, emphasised };
}

function unescape(text: string): string {
  return text.replaceAll(/\\([\\`*_{}[\]()#+\-.!|>])/gu, '$1');
}

/**
 * Words with their address as Markdown, which the note's lines are read as; the words alone where that cannot be, or
 * where they are the address.
 */
export function writeLink(words: string, href: string): string {
  const printed = words.trim().replace(/[/.,;:]+$/u, '');
  if (href.replace(/\/$/u, '').endsWith(printed) && /^(?:https?:|www\.)/u.test(printed))
    return words;
  if (words.trim() === '' || /[[\]\n\f\t]/u.test(words)) return words;
  return `[${words}](${href.replaceAll(/[\s()]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`;
}
