import type { Sentence, Token } from '../../language/types';
import { exceptionIds, exceptionKind } from '../qualifiers';
import { placeOf } from '../termPlaces';
import type { Exception, Statement } from '../types';

type WritableStatement = { -readonly [K in keyof Statement]: Statement[K] };

/**
 * A denial limited by the sentence after it ("This does not include trusted parties who…", "However, we may share…")
 * takes that sentence as an exception.
 */
export function attachNextSentenceExceptions(
  statements: Statement[],
  from: number,
  sentences: readonly Sentence[],
): void {
  for (let k = 1; k < sentences.length; k++) {
    const sentence = sentences[k] as Sentence;
    const limiting = limits(sentence);
    if (!limiting) continue;
    const before = sentences[k - 1] as Sentence;
    const exception: Exception = {
      kind: limiting === 'however' ? contentKind(sentence) : exceptionKind(sentence.tokens, sentence.terms),
      ids: exceptionIds(sentence.terms),
      place: placeOf(sentence, { first: 0, last: sentence.tokens.length - 1 }),
    };
    for (let i = from; i < statements.length; i++) {
      const statement = statements[i] as WritableStatement;
      if (statement.polarity === 'denied' && statement.evidence.sentence === before)
        statement.exceptions = [...statement.exceptions, exception];
    }
  }
}

function contentKind(sentence: Sentence): Exception['kind'] {
  const kind = exceptionKind(sentence.tokens, sentence.terms);
  return kind === 'crossReference' ? 'other' : kind;
}

/** How a sentence limits the one before it. */
function limits(sentence: Sentence): 'excludes' | 'however' | undefined {
  const words = sentence.tokens.slice(0, 8).map((token: Token) => token.lower);
  const read = words.join(' ');
  if (
    /^(?:this|these|that|the foregoing|the above) (?:(?:does|do|shall|will|is) not (?:include|apply|extend|cover|intended|prevent|limit)|excludes?|n't)/.test(
      read,
    )
  )
    return 'excludes';
  if (/^(?:the |our )?(?:only |sole )?exceptions?\b/.test(read)) return 'excludes';
  if (/^(?:however|nevertheless|nonetheless|that said|notwithstanding|but)\b/.test(read)) return 'however';
  return undefined;
}
