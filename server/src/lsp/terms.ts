import {
  type Location,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { sourceRange } from '../analysis/document/place';
import type { Place } from '../analysis/document/types';
import { renameTerm } from '../analysis/fixes/renameTerm';
import { type DefinedTerm, readDefinedTerms } from '../analysis/practices/names/definedTerms';
import type { Analysis } from '../analysis/types';
import type { Outcome } from './checks';
import { workspaceEdit } from './codeActions';

/** Read once per outcome, from what its check has read already. */
const kept = new WeakMap<Analysis, readonly DefinedTerm[]>();

export function termsOf({ analysis }: Outcome): readonly DefinedTerm[] {
  if (!analysis) return [];
  let terms = kept.get(analysis);
  if (!terms) {
    terms = readDefinedTerms(analysis.policy.document, analysis.policy.definitions);
    kept.set(analysis, terms);
  }
  return terms;
}

interface TermAt {
  readonly term: DefinedTerm;
  readonly place: Place;
}

function termAt(outcome: Outcome, position: Position): TermAt | undefined {
  const offset = outcome.draft.offsetAt(position);
  for (const term of termsOf(outcome)) {
    for (const place of [...term.definitions, ...term.uses]) {
      const { start, end } = sourceRange(place);
      if (start <= offset && offset <= end) return { term, place };
    }
  }
  return undefined;
}

/** Where the draft says what the term at a position means. */
export function definitionAt(outcome: Outcome, position: Position): Location[] {
  const found = termAt(outcome, position);
  return (found?.term.definitions ?? []).map((place) => locationOf(place, outcome));
}

export function referencesAt(outcome: Outcome, position: Position, includeDefinitions: boolean): Location[] {
  const term = termAt(outcome, position)?.term;
  if (!term) return [];
  const places = [...(includeDefinitions ? term.definitions : []), ...term.uses];
  return places.map((place) => locationOf(place, outcome));
}

/** What is renamed at a position; undefined where no defined term stands. */
export function renamableAt(outcome: Outcome, position: Position): { range: Range; placeholder: string } | undefined {
  const found = termAt(outcome, position);
  if (!found) return undefined;
  if (found.term.isPronoun) throw refused(`“${found.term.term}” stands for a person and cannot be renamed.`);
  return { range: outcome.draft.rangeOf(sourceRange(found.place)), placeholder: found.term.term };
}

export function renameAt(
  outcome: Outcome,
  position: Position,
  newName: string,
  abilities: { readonly documentChanges: boolean },
): WorkspaceEdit | undefined {
  const term = termAt(outcome, position)?.term;
  if (!term || !outcome.analysis) return undefined;
  const renaming = renameTerm(outcome.analysis.policy.document, termsOf(outcome), term, newName);
  if ('refusal' in renaming) throw refused(renaming.refusal);
  return workspaceEdit(outcome, renaming.edits, false, abilities);
}

const refused = (why: string): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestFailed, why);

const locationOf = (place: Place, { draft }: Outcome): Location => ({
  uri: draft.uri,
  range: draft.rangeOf(sourceRange(place)),
});
