import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import type { Meeting } from '../src/record/schema.js';
import { readDocx } from '../src/text/docx.js';
import { numeral } from '../src/text/numerals.js';
import { readPdf } from '../src/text/pdf.js';
import { type Piece, setLines, toLines } from '../src/text/pdflines.js';
import { meetingOf, readMeeting } from './helpers.js';

// Thousands of tests without a pause would keep the runner from hearing of any of them.
afterEach(() => new Promise((done) => setImmediate(done)));

const FOLDER = join('fixtures', 'renderings');
const READERS = { pdf: readPdf, docx: readDocx };
const FILES = readdirSync(FOLDER).filter((file) => /\.(?:pdf|docx)$/u.test(file));

/** What a rendering must not change, without the lines it stands on. */
function essence(meeting: Meeting): Record<string, unknown> {
  const { era, title, body, date, startTime, endTime, place, form, noteTaker } = meeting;
  const people = meeting.participants.map(({ name, status, side }) => ({ name, status, side }));
  const withoutLines = JSON.stringify(
    { decisions: meeting.decisions, assignments: meeting.assignments },
    (key, value: unknown) => (key === 'lines' ? undefined : value),
  );
  return {
    head: { era, title, body, date, startTime, endTime, place, form, noteTaker },
    people,
    ...(JSON.parse(withoutLines) as object),
    upcoming: meeting.upcomingMeetings.map(({ date: day, startTime: at }) => ({ day, at })),
  };
}

describe('the fixtures', () => {
  it('are there in both formats', () => {
    expect(FILES.filter((file) => file.endsWith('.pdf')).length).toBeGreaterThan(5);
    expect(FILES.filter((file) => file.endsWith('.docx')).length).toBeGreaterThan(3);
  });

  it.each(FILES)('%s reads as its text does', async (file) => {
    const path = join(FOLDER, file);
    const layout = path.replace(/\.(?:pdf|docx)$/u, '.layout.txt');
    expect(existsSync(layout)).toBe(true);
    const read = READERS[file.endsWith('.pdf') ? 'pdf' : 'docx'];
    const { text } = await read(readFileSync(path));
    expect(essence(meetingOf(text))).toEqual(essence(readMeeting(readFileSync(layout), layout)));
  });
});

/** A PDF by hand: one content stream a page, in Helvetica as F1, and what else its trailer says. */
function pdfOf(contents: readonly string[], trailer = '', page = ''): Uint8Array {
  const kids = contents.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${contents.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> ${page} >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF`;
  return Buffer.from(`${file}${table}${end}`, 'latin1');
}

/** Text shown with a matrix "a b c d" at a point. */
const show = (text: string, x: number, y: number, size = 10, matrix = '1 0 0 1'): string =>
  `BT /F1 ${size} Tf ${matrix} ${x} ${y} Tm (${text}) Tj ET\n`;

describe('a PDF', () => {
  it('without a text layer gives blank text and its pages', async () => {
    const { text, pages } = await readPdf(pdfOf(['', '']));
    expect(text.trim()).toBe('');
    expect(pages).toBe(2);
  });

  it('begins a page with a form feed before its first line', async () => {
    const { text, pages } = await readPdf(pdfOf([show('Ett', 50, 800), show('Tre', 50, 800)]));
    expect({ text, pages }).toEqual({ text: 'Ett\n\fTre\n', pages: 2 });
  });

  it('gives words the address that a link lays over them', async () => {
    const link = (rect: string, url: string): string =>
      `<< /Type /Annot /Subtype /Link /Rect [${rect}] /A << /S /URI /URI (${url}) >> >>`;
    const page =
      show('Se', 50, 800) +
      show('planen', 64, 800) +
      show('idag.', 100, 800) +
      show('www.norr.se', 50, 780) +
      show('En lank som gar', 50, 760) +
      show('over raden', 50, 748) +
      show('Bo Ek', 50, 720);
    const annotations = [
      link('63 797 95 809', 'https://norr.se/plan \\(1\\).pdf'),
      link('49 777 110 789', 'https://www.norr.se/'),
      link('49 757 130 769', 'https://norr.se/lang'),
      link('49 745 130 757', 'https://norr.se/lang'),
      link('49 717 80 729', 'mailto:bo@norr.se'),
    ];
    const { text } = await readPdf(pdfOf([page], '', `/Annots [${annotations.join(' ')}]`));
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      'Se [planen](https://norr.se/plan%20%281%29.pdf) idag.',
      'www.norr.se',
      'En lank som gar',
      'over raden',
      'Bo Ek',
    ]);
  });

  it('keeps bullets, superscripts and columns on their lines', async () => {
    const page = [
      show('Anna', 50, 800) + show('Regionen', 200, 799.5) + show('Bo', 50, 788),
      show('\x95', 50, 776) + show('punkt', 68, 776) + show('2', 93, 779.5, 6),
      show('Kommunen', 200, 788) + show('Efter en lucka', 50, 740),
    ];
    const { text } = await readPdf(pdfOf([page.join('')]));
    const lines = text.split('\n');
    expect(lines.map((line) => line.trim().split(/\s{3,}/u))).toEqual([
      ['Anna', 'Regionen'],
      ['Bo', 'Kommunen'],
      ['•', 'punkt2'],
      [''],
      [''],
      ['Efter en lucka'],
      [''],
    ]);
    expect(lines[0]?.indexOf('Regionen')).toBe(lines[1]?.indexOf('Kommunen'));
  });

  it('joins the pieces of a word and parts words by one blank', async () => {
    const page = show('samver', 50, 800) + show('kan', 82.2, 800) + show('idag', 102, 800);
    expect((await readPdf(pdfOf([page]))).text).toBe('samverkan idag\n');
  });

  it('reads a page that is turned, and sets text in another direction aside', async () => {
    const turned = show('Ett', 50, 50, 10, '0 1 -1 0') + show('Tre', 62, 50, 10, '0 1 -1 0');
    expect((await readPdf(pdfOf([turned], '', '/Rotate 90'))).text).toBe('Ett\nTre\n');
    expect((await readPdf(pdfOf([turned]))).text).toBe('Ett\nTre\n');
    const marked = show('UTKAST', 200, 400, 60, '0.7 0.7 -0.7 0.7') + show('Rubrik', 50, 300);
    expect((await readPdf(pdfOf([marked]))).text).toBe('Rubrik\nUTKAST\n');
  });

  it('is not upset by text without size or far outside the page', async () => {
    const page = show('kvar', 50, 600) + show('noll', 50, 800, 0) + show('bort', 9e8, 700);
    const { text } = await readPdf(pdfOf([page]));
    expect(text).toContain('kvar');
    expect(text.length).toBeLessThan(1000);
  });

  it('reads a page of very many pieces in time that grows with their number', () => {
    const pieces = Array.from({ length: 100_000 }, (_, at): Piece => {
      const [column, row] = [at % 40, Math.floor(at / 40)];
      return { text: 'ord', x: column * 20, y: row * 12, width: 15, size: 10 };
    });
    const begun = performance.now();
    expect(setLines(toLines(pieces), 5, 0)).toHaveLength(2500);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  it('that is damaged or locked is refused in a few words', async () => {
    const reading = [Buffer.from('%PDF-1.7\nskräp'), new Uint8Array(), Buffer.from('hej')];
    for (const bytes of reading)
      await expect(readPdf(bytes)).rejects.toThrow(/^the PDF is damaged and cannot be read$/u);
    const key = '00'.repeat(32);
    const locked = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`;
    await expect(readPdf(pdfOf([show('Ett', 50, 800)], locked))).rejects.toThrow(
      /^the PDF is locked by a password$/u,
    );
  });

  it('leaves the bytes it was given as they were', async () => {
    const bytes = new Uint8Array(pdfOf([show('Ett', 50, 800)]));
    await readPdf(bytes);
    expect((await readPdf(bytes)).text).toBe('Ett\n');
  });
});

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** A DOCX by hand, from the inside of its body, its numbering and its styles. */
function docxOf(body: string, numbering = '', styles = '', footnotes = ''): Uint8Array {
  const part = (name: string, inside: string): Uint8Array =>
    strToU8(`<?xml version="1.0"?><w:${name} ${W} ${R}>${inside}</w:${name}>`);
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships ${RELATIONS}><Relationship Id="r1" Type="${TYPE}/officeDocument" Target="word/document2.xml"/></Relationships>`,
    ),
    'word/_rels/document2.xml.rels': strToU8(
      `<Relationships ${RELATIONS}><Relationship Id="r1" Type="${TYPE}/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="${TYPE}/styles" Target="/word/styles.xml"/><Relationship Id="r4" Type="${TYPE}/footnotes" Target="footnotes.xml"/><Relationship Id="r3" Type="${TYPE}/hyperlink" Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"/></Relationships>`,
    ),
    'word/document2.xml': part('document', `<w:body>${body}</w:body>`),
    'word/numbering.xml': part('numbering', numbering),
    'word/styles.xml': part('styles', styles),
    'word/footnotes.xml': part('footnotes', footnotes),
  });
}

const para = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const listed = (text: string, numId: number, level = 0): string =>
  para(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
const level = (no: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${no}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const cell = (...texts: string[]): string =>
  `<w:tc>${texts.map((text) => para(text)).join('')}</w:tc>`;
const table = (...rows: string[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
const textOf = async (...parts: [string, string?, string?, string?]): Promise<string> =>
  (await readDocx(docxOf(...parts))).text;

describe('a DOCX', () => {
  it('has its footnotes below the text, counted as they come, and no other', async () => {
    const mark = (id: number): string =>
      `<w:p><w:r><w:t>Avtalet</w:t></w:r><w:r><w:footnoteReference w:id="${String(id)}"/></w:r><w:r><w:t> gäller.</w:t></w:r></w:p>`;
    const note = (id: number, text: string, type = ''): string =>
      `<w:footnote w:id="${String(id)}"${type}><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>${text}</w:t></w:r></w:p></w:footnote>`;
    const notes = `${note(0, '', ' w:type="separator"')}${note(2, 'Dnr 12')}${note(3, 'Se bilaga')}${note(4, 'Struket')}`;
    const deleted = `<w:p><w:del><w:r><w:footnoteReference w:id="4"/></w:r></w:del><w:r><w:t>Slut.</w:t></w:r></w:p>`;
    expect(await textOf(mark(3) + mark(2) + deleted, '', '', notes)).toBe(
      'Avtalet1 gäller.\nAvtalet2 gäller.\nSlut.\n\n1 Se bilaga\n2 Dnr 12\n',
    );
  });

  it('is the same under other prefixes of its namespaces', async () => {
    const bytes = docxOf(para('Ett möte') + table(cell('Anna Ek'), cell('Tjörn')));
    const files = unzipSync(bytes);
    for (const [name, content] of Object.entries(files))
      if (name.startsWith('word/') && !name.endsWith('.rels'))
        files[name] = strToU8(
          strFromU8(content).replaceAll(/(<\/?|\s|xmlns:)w(?=[:=])/gu, '$1ns0'),
        );
    expect(strFromU8(files['word/document2.xml'] ?? new Uint8Array())).toContain('<ns0:p>');
    expect(await readDocx(zipSync(files))).toEqual(await readDocx(bytes));
  });

  const NUMBERING = `<w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}${level(2, 'lowerRoman', '%1.%2.%3')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '\uF0B7')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="9">${level(0, 'decimal', '§ %1', '<w:pStyle w:val="Paragraf"/>')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    <w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>
    <w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num>`;
  const STYLES = `<w:style w:type="paragraph" w:styleId="Paragraf"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Under"><w:basedOn w:val="Paragraf"/></w:style>`;

  it('counts its list on over an interruption', async () => {
    const body = [
      listed('Ett', 1) + para('Emellan.') + listed('Två', 1) + listed('punkt', 2),
      listed('a', 1, 1) + listed('b', 1, 1) + listed('djupt', 1, 2),
      listed('Tre', 5) + listed('a', 1, 1) + listed('Fem', 3) + listed('Sex', 3) + listed('', 3),
      listed('Åtta', 3),
    ];
    const text = await textOf(body.join(''), NUMBERING);
    expect(text.trimEnd().split('\n').filter(Boolean)).toEqual([
      ...['1. Ett', 'Emellan.', '2. Två', '• punkt', '  a) a', '  b) b', '    2.b.i djupt'],
      ...['3. Tre', '  a) a', '5. Fem', '6. Sex', '8. Åtta'],
    ]);
  });

  it.each([
    ['decimalZero', 7, '07'],
    ['lowerLetter', 28, 'bb'],
    ['upperLetter', 3, 'C'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['lowerRoman', 4, 'iv'],
    ['lowerRoman', 0, '0'],
    ['none', 4, ''],
    ['chicago', 4, '4'],
  ])('counts in %s', (format, value, shown) => {
    expect(numeral(value, format)).toBe(shown);
  });

  it('numbers by style, unless the paragraph says no', async () => {
    const styled = (text: string, style: string, more = ''): string =>
      para(text, `<w:pStyle w:val="${style}"/>${more}`);
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    const body =
      styled('Öppnande', 'Paragraf') + styled('Ej', 'Paragraf', none) + styled('Slut', 'Under');
    expect(await textOf(body, NUMBERING, STYLES)).toBe('§ 1 Öppnande\nEj\n§ 2 Slut\n');
  });

  it('sets cells side by side, in columns', async () => {
    const roster = table(
      cell('För VGK', 'Anna Ek (S)', '', 'Bo Al') + cell('För VGR', 'Cia Dahl (M), ordf.'),
      cell('') + cell(''),
      `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${para('Hela bredden')}</w:tc>`,
      cell('') + `<w:tc>${table(cell('inre') + cell('tabell'))}</w:tc>`,
    );
    expect(await textOf(para('Före') + roster + para('Efter'))).toBe(
      [
        ...['Före', '', 'För VGK       För VGR', 'Anna Ek (S)   Cia Dahl (M), ordf.', ''],
        ...['Bo Al', '', 'Hela bredden', '              inre   tabell', '', 'Efter', ''],
      ].join('\n'),
    );
  });

  it('keeps what is printed and leaves out what was deleted or hidden', async () => {
    const body = `<w:p><w:r><w:t>Över</w:t><w:softHyphen/><w:t>ens &amp; e</w:t><w:noBreakHyphen/><w:t>tj&#228;nst</w:t></w:r>
      <w:del><w:r><w:delText>borta</w:delText></w:r></w:del><w:ins><w:r><w:t>, ny</w:t></w:r></w:ins>
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>dold</w:t></w:r><w:r><w:br/><w:t>rad</w:t><w:tab/><w:t>två</w:t></w:r></w:p>
      <w:p><w:hyperlink r:id="r3"><w:r><w:t>Mer</w:t></w:r></w:hyperlink></w:p>`;
    const [first, ...rest] = (await textOf(body)).split('\n');
    expect(first?.replaceAll(' ', '')).toBe('Över\u00ADens&e\u2011tjänst,ny');
    expect(rest).toEqual(['rad\ttvå', '[Mer](https://example.org/a?b=1&c=2)', '']);
  });

  it('sets paragraphs apart that have room between them, and begins pages', async () => {
    const room = '<w:spacing w:after="160"/>';
    const brk = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    const body = para('Ett', room) + para('Två') + para('Tre') + brk + para('Fyra');
    expect(await readDocx(docxOf(body))).toEqual({ text: 'Ett\n\nTvå\nTre\n\fFyra\n', pages: 2 });
  });

  it('that is damaged, locked or bloated is refused in a few words', async () => {
    const whole = docxOf(para('Ett'));
    const half = zipSync({ 'word/document.xml': strToU8(`<w:document ${W}><w:body><w:p>`) });
    for (const bytes of [whole.slice(0, whole.length / 2), new Uint8Array(), half])
      await expect(readDocx(bytes)).rejects.toThrow(/^the DOCX is damaged and cannot be read$/u);
    await expect(readDocx(zipSync({ 'a.txt': strToU8('a') }))).rejects.toThrow(/no DOCX/u);
    const compound = Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.alloc(64)]);
    await expect(readDocx(compound)).rejects.toThrow(/older Word document/u);
    const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
    await expect(readDocx(locked)).rejects.toThrow(/locked by a password/u);
    await expect(readDocx(bloated(whole))).rejects.toThrow(/more than 200 MB/u);
  });
});

/** Every entry of the central directory says that it unpacks to 300 MB (ZIP, 4.3.12: at offset 24). */
function bloated(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  const mark = Buffer.from('PK\x01\x02', 'latin1');
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 4))
    bytes.writeUInt32LE(300_000_000, at + 24);
  return bytes;
}
