/** Records and entries as JSON, NDJSON or YAML. YAML strings are quoted, so that YAML 1.1 readers get the same values. */
import { escapeJson, escapeYaml } from './sanitise.js';

export type DataFormat = 'json' | 'ndjson' | 'yaml';

export const isDataFormat = (format: string): format is DataFormat =>
  format === 'json' || format === 'ndjson' || format === 'yaml';

/** Characters to a part: few writes for small values, and no string too long for large ones. */
const PART = 65_536;

/**
 * @param values what is written, in order
 * @param single json and yaml print one value as itself instead of a list
 */
export async function writeData(
  values: readonly unknown[],
  format: DataFormat,
  single: boolean,
): Promise<string> {
  let text = '';
  for await (const part of dataParts(values, format, single)) text += part;
  return text;
}

/** The same part by part: all of a large log is more than one string can hold. */
export async function* dataParts(
  values: readonly unknown[],
  format: DataFormat,
  single: boolean,
): AsyncGenerator<string> {
  const isAlone = single && values.length === 1;
  const pieces =
    format === 'json'
      ? jsonPieces(values, isAlone)
      : format === 'ndjson'
        ? ndjsonPieces(values)
        : await yamlPieces(values, isAlone);
  let part = '';
  for (const piece of pieces) {
    part += piece;
    if (part.length < PART) continue;
    yield part;
    part = '';
  }
  if (part !== '') yield part;
}

/** As `JSON.stringify` writes the list with two blanks, member by member. */
function* jsonPieces(values: readonly unknown[], isAlone: boolean): Generator<string> {
  const write = (value: unknown): string => escapeJson(JSON.stringify(value, null, 2));
  if (isAlone || values.length === 0) {
    yield `${write(isAlone ? values[0] : values)}\n`;
    return;
  }
  for (const [at, value] of values.entries())
    yield `${at === 0 ? '[' : ','}\n  ${write(value).replaceAll('\n', '\n  ')}`;
  yield '\n]\n';
}

function* ndjsonPieces(values: readonly unknown[]): Generator<string> {
  for (const value of values) yield `${escapeJson(JSON.stringify(value))}\n`;
}

/** Lists one after the other are one list. */
async function yamlPieces(values: readonly unknown[], isAlone: boolean): Promise<Iterable<string>> {
  const { stringify } = await import('yaml');
  const write = (value: unknown): string =>
    escapeYaml(
      stringify(value, {
        defaultStringType: 'QUOTE_DOUBLE',
        defaultKeyType: 'PLAIN',
        lineWidth: 0,
        // Over several lines the library writes a line of one blank so that it reads back as a backslash.
        doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
        aliasDuplicateObjects: false,
      }),
    );
  if (isAlone || values.length === 0) return [write(isAlone ? values[0] : values)];
  return (function* () {
    for (const value of values) yield write([value]);
  })();
}
