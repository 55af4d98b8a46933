/** Plain tables whose cells wrap: columns share the width by weight. */
export interface ColumnSpec {
  heading: string;
  /** Fixed width in characters, or null to share what is left. */
  width: number | null;
  /** Share of what is left. */
  weight?: number;
}

/** Characters a terminal shows, colour codes aside. */
const visible = (text: string): number => text.replaceAll(/\u001B\[[0-9;]*m/gu, '').length;

export function columnWidths(columns: readonly ColumnSpec[], total: number): number[] {
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const weights = columns.reduce(
    (sum, column) => sum + (column.width === null ? (column.weight ?? 1) : 0),
    0,
  );
  const left = Math.max(weights * 4, total - fixed - 2 * (columns.length - 1));
  return columns.map(
    (column) => column.width ?? Math.max(4, Math.floor((left * (column.weight ?? 1)) / weights)),
  );
}

/** Breaks text at blanks into lines of at most `width`; a longer word is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    while (rest.length > width) {
      if (line !== '') lines.push(line);
      line = '';
      lines.push(rest.slice(0, width));
      rest = rest.slice(width);
    }
    if (line === '') line = rest;
    else if (line.length + 1 + rest.length <= width) line += ` ${rest}`;
    else {
      lines.push(line);
      line = rest;
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

/** One table row: cells wrapped side by side, each line padded. `paint` colours a cell's line. */
export function layoutRow(
  cells: readonly string[],
  widths: readonly number[],
  paint: (text: string, column: number) => string = (text) => text,
): string {
  const wrapped = cells.map((cell, at) => wrap(cell, widths[at] ?? 8));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  const rows: string[] = [];
  for (let line = 0; line < height; line += 1) {
    const parts = wrapped.map((lines, column) => {
      const text = lines[line] ?? '';
      const painted = text === '' ? '' : paint(text, column);
      return painted + ' '.repeat(Math.max(0, (widths[column] ?? 8) - visible(text)));
    });
    rows.push(parts.join('  ').trimEnd());
  }
  return rows.join('\n');
}
