/** Records and entries as JSON, NDJSON or YAML. YAML strings are quoted, so that YAML 1.1 readers get the same values. */
import { escapeJson, escapeYaml } from './sanitise.js';

export type DataFormat = 'json' | 'ndjson' | 'yaml';

export const isDataFormat = (format: string): format is DataFormat =>
  format === 'json' || format === 'ndjson' || format === 'yaml';

/**
 * @param values what is written, in order
 * @param single json and yaml print one value as itself instead of a list
 */
export async function writeData(
  values: readonly unknown[],
  format: DataFormat,
  single: boolean,
): Promise<string> {
  const whole = single && values.length === 1 ? values[0] : values;
  switch (format) {
    case 'json':
      return `${escapeJson(JSON.stringify(whole, null, 2))}\n`;
    case 'ndjson':
      return values.map((value) => `${escapeJson(JSON.stringify(value))}\n`).join('');
    case 'yaml':
      return toYaml(whole);
  }
}

async function toYaml(value: unknown): Promise<string> {
  const { stringify } = await import('yaml');
  return escapeYaml(
    stringify(value, {
      defaultStringType: 'QUOTE_DOUBLE',
      defaultKeyType: 'PLAIN',
      lineWidth: 0,
      // Over several lines the library writes a line of one blank so that it reads back as a backslash.
      doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
      aliasDuplicateObjects: false,
    }),
  );
}
