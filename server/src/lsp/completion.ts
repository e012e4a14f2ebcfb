import {
  type CompletionItem,
  type CompletionParams,
  InsertTextFormat,
  type MarkupKind,
  type Position,
} from 'vscode-languageserver';
import type { Engine } from '../drafts/engine';
import { snippetToText } from '../drafts/snippets';
import type { Outcome } from './checks';
import { directiveItems } from './completeDirectives';
import { disclosureItems } from './completeDisclosures';
import { nameItems } from './completeNames';
import type { Draft } from './drafts';
import type { Typed } from './typed';

interface CompletionAbilities {
  /** The client fills in blanks. */
  readonly completionSnippets: boolean;
  readonly hover: MarkupKind;
}

const NEAR = 400;

/**
 * What can be written at the caret. The words around it are those of the text as it stands; what the draft says elsewhere
 * comes from its last check, as nobody waits for one while typing.
 */
export function completionsAt(
  outcome: Outcome,
  draft: Draft,
  { position, context }: CompletionParams,
  rules: Engine['rules'],
  abilities: CompletionAbilities,
): CompletionItem[] {
  if (!outcome.analysis || isInFrontMatter(outcome, draft, position)) return [];
  const typed = typedAt(draft, position);
  const directives = directiveItems(typed, draft, outcome.analysis, rules);
  if (directives) return directives;
  const trigger = context?.triggerCharacter;
  if (trigger === '-' || trigger === '/') return [];
  const disclosures = disclosureItems(typed, outcome.analysis, abilities.hover);
  const names = trigger === '#' ? [] : nameItems(typed, outcome);
  return [...disclosures, ...names].map((item) => (abilities.completionSnippets ? item : withoutBlanks(item)));
}

function typedAt(draft: Draft, position: Position): Typed {
  const line = draft.lineAt(position.line);
  const character = Math.min(position.character, line.length);
  return {
    // A draft may be one long line, of which only what is near the caret matters.
    before: line.slice(Math.max(0, character - NEAR), character),
    after: line.slice(character, character + NEAR),
    above: position.line > 0 ? draft.lineAt(position.line - 1) : '',
    position: { line: position.line, character },
    back: (characters) => ({
      start: { line: position.line, character: character - characters },
      end: { line: position.line, character },
    }),
  };
}

function isInFrontMatter({ analysis }: Outcome, draft: Draft, position: Position): boolean {
  const front = analysis?.policy.document.frontMatter?.range;
  return front !== undefined && draft.offsetAt(position) <= front.end;
}

function withoutBlanks(item: CompletionItem): CompletionItem {
  if (item.insertTextFormat !== InsertTextFormat.Snippet || !item.textEdit) return item;
  return {
    ...item,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { ...item.textEdit, newText: snippetToText(item.textEdit.newText) },
  };
}
