import type { Block } from '../../document/types';
import type { Sentence, Token } from '../../language/types';
import { exceptionIds, exceptionKind } from '../qualifiers';
import { sentencesOf } from '../sentences';
import { placeOf } from '../termPlaces';
import type { Exception, Statement } from '../types';

/**
 * A denial limited by the sentence after it ("This does not include trusted parties who…", "However, we may share…")
 * takes that sentence as an exception.
 */
export function attachNextSentenceExceptions(statements: Statement[], sentences: readonly Sentence[]): void {
  for (let k = 1; k < sentences.length; k++) {
    const exception = limitation(sentences[k] as Sentence);
    if (!exception) continue;
    for (let i = 0; i < statements.length; i++)
      if (isDenialIn(statements[i] as Statement, sentences[k - 1] as Sentence))
        statements[i] = limited(statements[i] as Statement, exception);
  }
}

/** The same where the limiting sentence opens the block behind: "This does not include …" in a paragraph of its own. */
export function attachNextBlockException(statements: Statement[], block: Block): void {
  const [opening] = block.kind === 'heading' ? [] : sentencesOf(block);
  const exception = opening && limitation(opening);
  if (!exception) return;
  for (let i = statements.length - 1; i >= 0; i--) {
    const statement = statements[i] as Statement;
    const { sentence } = statement.evidence;
    if (sentence.block.index !== block.index - 1) return;
    const last = sentencesOf(sentence.block).at(-1);
    if (last && isDenialIn(statement, last)) statements[i] = limited(statement, exception);
  }
}

const isDenialIn = ({ polarity, evidence }: Statement, sentence: Sentence): boolean =>
  polarity === 'denied' && evidence.sentence === sentence;

const limited = (statement: Statement, exception: Exception): Statement => ({
  ...statement,
  exceptions: [...statement.exceptions, exception],
});

/** What a sentence takes back of the one before it. */
function limitation(sentence: Sentence): Exception | undefined {
  const limiting = limits(sentence);
  if (!limiting) return undefined;
  return {
    kind: limiting === 'however' ? contentKind(sentence) : exceptionKind(sentence.tokens, sentence.terms),
    ids: exceptionIds(sentence.terms),
    place: placeOf(sentence, { first: 0, last: sentence.tokens.length - 1 }),
  };
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
