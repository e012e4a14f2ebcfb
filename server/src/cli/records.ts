import type { DocumentFormat } from '../analysis/document/types';

/** A line of a stream of records: a draft with the name that its sender knows it by. */
type StreamRecord =
  | { readonly id?: string | number; readonly text: string; readonly format?: DocumentFormat }
  | { readonly id?: string | number; readonly error: string };

const formats: readonly string[] = ['markdown', 'html', 'plaintext'] satisfies DocumentFormat[];

/** Reads `{"id": …, "text": …, "format": …}`; the format may be missing, and is then guessed. */
export function readRecord(line: string): StreamRecord {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (error) {
    return { error: `not JSON: ${error instanceof Error ? error.message : error}` };
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return { error: 'not an object' };
  const { id, text, format } = record as { readonly [name: string]: unknown };
  const known = typeof id === 'string' || typeof id === 'number' ? { id } : {};
  if (id !== undefined && known.id === undefined) return { error: '"id" is neither a text nor a number' };
  if (typeof text !== 'string') return { ...known, error: '"text" is no text' };
  if (format === undefined || format === null) return { ...known, text };
  if (!formats.includes(format as string)) return { ...known, error: `"format" is none of ${formats.join(', ')}` };
  return { ...known, text, format: format as DocumentFormat };
}
