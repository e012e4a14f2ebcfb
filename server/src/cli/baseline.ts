import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from '../analysis/finding';
import { reasonOf } from './discover';
import type { CheckedDocument } from './formats/formatter';
import { UsageError } from './options';
import { replaceFile } from './replaceFile';

/** How often a rule spoke of a sentence; a second time is a new finding. */
interface Entry {
  readonly rule: string;
  readonly text: string;
  readonly count: number;
}

/** By path of the draft from the baseline's folder. */
type Entries = Map<string, Map<string, Entry>>;

/** Findings that a project lives with for now. They are known by rule and sentence, so that moved text changes nothing. */
export class Baseline {
  /** Findings that were found in the baseline. */
  known = 0;
  readonly #file: string;
  readonly #before: Entries;
  readonly #now: Entries = new Map();

  private constructor(file: string, entries: Entries) {
    this.#file = file;
    this.#before = entries;
  }

  /** `isNew`: there need be no such file yet. */
  static async open(file: string, isNew: boolean): Promise<Baseline> {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      if (isNew && (error as NodeJS.ErrnoException).code === 'ENOENT') return new Baseline(file, new Map());
      const remedy = isNew ? '' : '; --update-baseline writes it';
      throw new UsageError(`--baseline ${file}: ${reasonOf(error)}${remedy}`);
    }
    return Baseline.read(file, text);
  }

  static read(file: string, text: string): Baseline {
    const entries = readEntries(text);
    if (!entries) throw new UsageError(`--baseline ${file}: not a baseline of this version`);
    return new Baseline(file, entries);
  }

  /** The document without the findings that are in the baseline. */
  withoutKnown(document: CheckedDocument): CheckedDocument {
    const counts = new Map(this.#before.get(this.#keyOf(document.path)));
    const findings = document.findings.filter((finding) => {
      const key = keyOfFinding(finding);
      const entry = counts.get(key);
      if (!entry || entry.count === 0) return true;
      counts.set(key, { ...entry, count: entry.count - 1 });
      this.known++;
      return false;
    });
    return { ...document, findings };
  }

  record({ path: name, findings }: CheckedDocument): void {
    const entries = new Map<string, Entry>();
    for (const finding of findings) {
      const key = keyOfFinding(finding);
      entries.set(key, { ...wordsOf(finding), count: (entries.get(key)?.count ?? 0) + 1 });
    }
    this.#now.set(this.#keyOf(name), entries);
  }

  /** Writes what was recorded; drafts that were not checked keep their entries as long as they exist. */
  async write(): Promise<number> {
    const folder = path.dirname(path.resolve(this.#file));
    for (const [name, entries] of this.#before) {
      if (!this.#now.has(name) && existsSync(path.join(folder, name))) this.#now.set(name, entries);
    }
    await replaceFile(this.#file, print(this.#now));
    return [...this.#now.values()]
      .flatMap((entries) => [...entries.values()])
      .reduce((sum, { count }) => sum + count, 0);
  }

  #keyOf(name: string): string {
    if (name === '-') return name;
    const folder = path.dirname(path.resolve(this.#file));
    return path.relative(folder, path.resolve(name)).split(path.sep).join('/');
  }
}

function wordsOf({ rule, text }: Finding): Omit<Entry, 'count'> {
  return { rule, text: text.normalize('NFC').replace(/\s+/g, ' ').trim() };
}

function keyOfFinding(finding: Finding): string {
  return keyOfEntry(wordsOf(finding));
}

const keyOfEntry = ({ rule, text }: Omit<Entry, 'count'>): string => `${rule} ${text}`;

function readEntries(text: string): Entries | undefined {
  try {
    const { version, findings } = JSON.parse(text);
    if (version !== 1) return undefined;
    const entries: Entries = new Map();
    for (const [name, list] of Object.entries(findings as Record<string, Entry[]>)) {
      entries.set(
        name,
        new Map(
          list.map(({ rule, text, count = 1 }) => [
            keyOfEntry({ rule: String(rule), text: String(text) }),
            { rule: String(rule), text: String(text), count: Number(count) },
          ]),
        ),
      );
    }
    return entries;
  } catch {
    return undefined;
  }
}

/** Sorted, one finding a line, so that versions can be compared. */
function print(entries: Entries): string {
  const documents = [...entries]
    .filter(([, list]) => list.size > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]) => {
      const rows = [...list]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { rule, text, count }]) => `      ${JSON.stringify({ rule, text, ...(count > 1 && { count }) })}`);
      return `    ${JSON.stringify(name)}: [\n${rows.join(',\n')}\n    ]`;
    });
  return `{\n  "version": 1,\n  "findings": {${documents.length > 0 ? `\n${documents.join(',\n')}\n  ` : ''}}\n}\n`;
}
