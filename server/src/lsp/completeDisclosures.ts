import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver';
import { type Disclosure, disclosureById } from '../analysis/disclosures/catalogue';
import { homeOf, newSectionTitle } from '../analysis/disclosures/homes';
import { readingOf } from '../analysis/disclosures/readingOf';
import { shortRegimeName } from '../analysis/disclosures/satisfied';
import type { ChecklistItem } from '../analysis/disclosures/types';
import { filledFromDraft } from '../analysis/fixes/fillTemplate';
import { paragraphText, sectionText } from '../analysis/fixes/insertSection';
import { shiftTabStops } from '../analysis/fixes/template';
import type { Analysis } from '../analysis/types';
import type { Typed } from './typed';

/** The start of a paragraph or of a heading: a few words at most. */
const OPENING = /^[ \t]{0,3}(#{1,6}[ \t]*)?([\p{L}\p{N}'’() -]{0,50})$/u;

interface Missing {
  readonly disclosure: Disclosure;
  readonly item: ChecklistItem;
  /** The draft has a section that takes it. */
  readonly hasHome: boolean;
}

/** Where a paragraph or a heading begins: what the draft still has to say, and the sections it still lacks. */
export function disclosureItems(typed: Typed, analysis: Analysis, markup: MarkupKind): CompletionItem[] {
  const opening = OPENING.exec(typed.before);
  if (!opening || typed.after.trim() !== '') return [];
  const [, marks = '', words = ''] = opening;
  if (marks === '' && typed.above.trim() !== '') return [];
  const missing = missingFrom(analysis);
  const start = marks + words;
  const sections = sectionItems(typed, start, marks, missing, analysis);
  return marks === '' ? [...paragraphItems(typed, start, missing, analysis, markup), ...sections] : sections;
}

function missingFrom({ checklist, policy }: Analysis): Missing[] {
  const reading = readingOf(policy);
  return checklist.flatMap((item) => {
    const disclosure = disclosureById.get(item.id);
    const isOpen = item.status === 'missing' && item.required !== 'no';
    return disclosure && isOpen ? [{ disclosure, item, hasHome: !!homeOf(disclosure, item.regime, reading) }] : [];
  });
}

/** What is certainly asked for comes first. */
const rank = ({ item }: Missing): string => (item.required === 'yes' ? '0' : '1');

function paragraphItems(
  typed: Typed,
  start: string,
  missing: readonly Missing[],
  { policy }: Analysis,
  markup: MarkupKind,
): CompletionItem[] {
  const reading = readingOf(policy);
  return missing.map((one) => {
    const { disclosure, item } = one;
    const { title, says, citation, template } = disclosure;
    const newText = paragraphText(policy.document, filledFromDraft(template, policy, reading));
    return {
      label: title,
      labelDetails: { description: shortRegimeName(item.regime) },
      kind: CompletionItemKind.Snippet,
      detail: `Missing disclosure · ${citation}`,
      documentation: { kind: markup, value: markup === MarkupKind.Markdown ? escapeMarkdown(says) : says },
      sortText: `1${rank(one)} ${title}`,
      filterText: title,
      insertTextFormat: InsertTextFormat.Snippet,
      textEdit: { range: typed.back(start.length), newText },
    };
  });
}

function sectionItems(
  typed: Typed,
  start: string,
  marks: string,
  missing: readonly Missing[],
  { policy }: Analysis,
): CompletionItem[] {
  const byTitle = new Map<string, Missing[]>();
  for (const one of missing) {
    if (one.hasHome || one.disclosure.topic === 'dates') continue;
    const title = newSectionTitle(one.disclosure);
    byTitle.set(title, [...(byTitle.get(title) ?? []), one]);
  }
  const reading = readingOf(policy);
  return [...byTitle].map(([title, all]) => {
    // What only may be asked for is offered by itself; a section holds what has to be there, if anything has.
    const required = all.filter(({ item }) => item.required === 'yes');
    const taken = required.length > 0 ? required : all;
    let last = 0;
    const paragraphs = taken.map(({ disclosure }) => {
      const shifted = shiftTabStops(filledFromDraft(disclosure.template, policy, reading), last);
      last = shifted.last;
      return shifted.snippet.trim();
    });
    return {
      label: `Section: ${title}`,
      kind: CompletionItemKind.Module,
      detail: `Missing section · ${taken.map(({ disclosure }) => disclosure.title).join(', ')}`,
      sortText: `0${required.length > 0 ? '0' : '1'} ${title}`,
      filterText: marks === '' ? `Section: ${title}` : marks + title,
      insertTextFormat: InsertTextFormat.Snippet,
      textEdit: {
        range: typed.back(start.length),
        newText: sectionText(policy.document, title, paragraphs.join('\n\n')),
      },
    };
  });
}

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!<>|~]/g, '\\$&');
