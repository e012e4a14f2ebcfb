import { conjunctions, subordinators } from '../language/grammar';
import type { Sentence, Token } from '../language/types';
import type { Draft } from './draft';
import { type Scope, sentenceScope } from './scope';
import { placeOf } from './termPlaces';
import type { Evidence, EvidenceKind, Statement } from './types';

/** A statement whole: what was read, whom and where it concerns, and the words that say it. `lead` introduces them. */
export function finished(
  within: Scope,
  draft: Draft,
  sentence: Sentence,
  kind: EvidenceKind,
  lead?: { readonly sentence: Sentence },
): Statement {
  const { clause, anaphors: _anaphors, open: _open, ...statement } = draft;
  const scope = sentenceScope(clause.sentence, within);
  const leadPlace = lead && placeOf(lead.sentence, { first: 0, last: lead.sentence.tokens.length - 1 });
  const evidence: Evidence = {
    place: kind === 'prose' ? clausePlace(draft, sentence) : trimmed(sentence),
    sentence,
    ...(leadPlace && { lead: leadPlace }),
    kind,
  };
  // a heading about children or applicants limits what is denied below it; what is affirmed there must name them itself
  const ownScope = sentenceScope(clause.sentence, { subject: 'any', region: scope.region });
  const byHeading = scope.subject !== 'any' && ownScope.subject === 'any' && statement.polarity === 'affirmed';
  return {
    ...statement,
    subject: scope.subject,
    region: scope.region,
    ...(scope.product && !statement.product && { product: scope.product }),
    ...(scope.matter && { matter: scope.matter }),
    evidence,
    confidence: byHeading ? 'low' : statement.confidence,
  };
}

/** The words of the clause, without the punctuation and the conjunction behind it ("…, so"). */
function clausePlace(draft: Draft, sentence: Sentence) {
  if (draft.clause.sentence !== sentence) return trimmed(sentence);
  const { clause } = draft;
  const first =
    clause.embedding === 'main' && clause.subject
      ? Math.min(clause.subject.first, clause.group.first)
      : clause.group.first;
  let last = Math.max(clause.to - 1, clause.group.verb);
  while (last > Math.max(first, clause.group.verb) && isJoint(sentence.tokens[last] as Token)) last--;
  return placeOf(sentence, { first, last });
}

const isJoint = ({ kind, lower }: Token): boolean =>
  (kind === 'punctuation' && lower !== ')') || conjunctions.has(lower) || subordinators.has(lower) || lower === 'so';

function trimmed(sentence: Sentence) {
  let last = sentence.tokens.length - 1;
  while (last > 0 && /^[.;:,]$/.test((sentence.tokens[last] as Token).lower)) last--;
  return placeOf(sentence, { first: 0, last });
}
