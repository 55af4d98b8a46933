/** A command's answer on standard output: data in a format, or words for people. */
import { type DataFormat, dataParts, isDataFormat } from '../output/data.js';
import { type Context, write } from './context.js';

/**
 * @param single json and yaml print one value as itself instead of a list
 * @param asText what is written where the format is none of data
 */
export async function answer(
  values: readonly unknown[],
  format: string,
  single: boolean,
  context: Context,
  asText: () => string,
): Promise<void> {
  if (isDataFormat(format)) await putData(values, format, single, context);
  else await write(context.stdout, asText());
}

export async function putData(
  values: readonly unknown[],
  format: DataFormat,
  single: boolean,
  context: Context,
): Promise<void> {
  for await (const part of dataParts(values, format, single)) await write(context.stdout, part);
}
