import { type Document, isMap, type ParsedNode, parseDocument, YAMLMap } from 'yaml';

/**
 * A project file with facts added or changed; all else, comments included, stays. Undefined where the file is no map, or
 * not YAML, or refers to what it does not hold: what its author meant has to be settled first.
 */
export function withFacts(text: string, facts: Readonly<Record<string, boolean>>): string | undefined {
  const document = parseDocument(text, { schema: 'core' });
  if (document.errors.length > 0) return undefined;
  if (document.contents === null) document.contents = new YAMLMap(document.schema) as unknown as ParsedNode;
  if (!isMap(document.contents)) return undefined;
  const known = document.get('facts');
  if (known === null || known === undefined) document.set('facts', new YAMLMap(document.schema));
  else if (!isMap(known)) return undefined;
  for (const [id, value] of Object.entries(facts)) document.setIn(['facts', id], value);
  const written = print(document, text);
  return written !== undefined && text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written;
}

/** Undefined where an alias means nothing: only printing finds that out. */
function print(document: Document.Parsed, text: string): string | undefined {
  try {
    // brackets are written as the author writes them
    return document.toString({ lineWidth: 0, flowCollectionPadding: /[[{] +\S/.test(text) });
  } catch {
    return undefined;
  }
}
