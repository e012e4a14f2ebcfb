import catalogue from '../../catalogue/contradiction.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import { sourceRange, wordsOf } from '../../document/place';
import type { Place } from '../../document/types';
import { withDeterminer } from '../../fixes/words';
import { enumerate, midSentence } from '../../language/writing';
import { passesOn } from '../../practices/clauses/actions';
import { entityGraph, purposeGraph } from '../../practices/ontologyGraph';
import { throughStatements } from '../../practices/throughout';
import type { Exception, Statement } from '../../practices/types';
import type { Fix, Report, Rule } from '../types';
import { takenBack } from './pairs/pairing';
import type { Conflict } from './pairs/strength';
import { asserted, quote, where, wordsThatSay } from './pairs/wording';

const { wholeDraft, closedList, unexpected } = readCatalogue(
  catalogue,
  wordLists('wholeDraft', 'closedList', 'unexpected'),
);
/** Enough to show that the promise is empty. */
const MOST_SHOWN = 12;

/**
 * "Except as described in this policy, we never share your data" promises nothing where the policy goes on to describe
 * advertisers and partners. Such a promise still counts as a representation to consumers: FTC Act section 5; it must be
 * intelligible by itself: GDPR Art. 12(1).
 */
export const emptyPromise: Rule = {
  id: 'contradiction/empty-promise',
  title: 'A promise whose exception takes in whatever the draft says elsewhere',
  severity: 'information',
  citations: [
    { text: 'Federal Trade Commission Act § 5 (15 U.S.C. § 45)' },
    { text: 'GDPR Art. 5(1)(a) and 12(1)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
  ],
  *check({ policy }): Iterable<Report> {
    for (const { denial, exception } of referencesToAll(policy)) {
      const swallowed = takenBack(policy, denial).filter(isUnexpected).slice(0, MOST_SHOWN);
      const [first] = swallowed;
      if (!first) continue;
      yield report(exception, denial, first, swallowed);
      // the same promise made twice is settled once
      return;
    }
  },
};

const referencesToAll = throughStatements((denial) => {
  const exception = referenceToAll(denial);
  return exception ? [{ denial, exception }] : [];
});

function report(exception: Exception, denial: Statement, first: Conflict, swallowed: readonly Conflict[]): Report {
  const more = swallowed.length > 1 ? ` (and ${swallowed.length - 1} more)` : '';
  return {
    place: denial.evidence.place,
    message: `${quote(exception.place)} empties this promise: ${asserted(first.said)}${where(first.said, first.denied)}${more}. Name in the promise itself who receives the data.`,
    related: swallowed.map(({ said }) => ({ place: wordsThatSay(said), message: `${asserted(said)}.` })),
    fixes: () => nameRecipients(exception, swallowed),
  };
}

/** The exception that points at the draft as a whole, not at a list of cases that follows. */
function referenceToAll({ polarity, action, confidence, exceptions, evidence }: Statement): Exception | undefined {
  if (polarity !== 'denied' || confidence !== 'high' || !passesOn(action) || evidence.kind === 'table')
    return undefined;
  if (evidence.lead || evidence.sentence.tokens.at(-1)?.lower === ':') return undefined;
  return exceptions.find(({ kind, place }) => {
    const words = ` ${wordsOf(place)
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')} `;
    const says = (phrases: readonly string[]) => phrases.some((phrase) => words.includes(` ${phrase} `));
    return kind === 'crossReference' && says(wholeDraft) && !says(closedList);
  });
}

/** Whom a reader of the promise would not expect: advertisers, partners, buyers of data; processors, law and consent are understood. */
function isUnexpected({ said, strength }: Conflict): boolean {
  const { recipient, statement } = said;
  if (strength === 'unspoken') return false;
  if (statement.action === 'sell' || statement.action === 'ccpaShare') return true;
  if (!recipient) return false;
  if (unexpected.some((id) => entityGraph.isA(recipient.id, id))) return true;
  return recipient.id === 'third_party' && statement.purposes.some(({ id }) => purposeGraph.isA(id, 'marketing'));
}

/** "except as described in this policy" becomes "except with our advertising partners". */
function nameRecipients({ place }: Exception, swallowed: readonly Conflict[]): Fix[] {
  const named = swallowed.flatMap(({ said: { recipient } }) =>
    recipient
      ? [
          recipient.name && /^\p{Lu}/u.test(recipient.name)
            ? recipient.name
            : midSentence(withDeterminer(recipient.place)),
        ]
      : [],
  );
  const recipients = [...new Set(named)].slice(0, 4);
  if (recipients.length === 0) return [];
  const words = `with ${enumerate(recipients)}`;
  return [
    {
      title: `Name who receives the data: “except ${words}”`,
      safety: 'suggestion',
      edits: [
        {
          range: sourceRange(bare(place)),
          newText: `${/^\p{Lu}/u.test(wordsOf(place)) ? 'Except' : 'except'} ${words}`,
        },
      ],
    },
  ];
}

/** Without the punctuation that follows. */
function bare(place: Place): Place {
  const words = wordsOf(place);
  return { ...place, end: place.end - (words.length - words.replace(/(?<![\s.,;:])[\s.,;:]+$/, '').length) };
}
