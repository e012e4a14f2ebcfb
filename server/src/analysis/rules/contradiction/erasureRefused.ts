import catalogue from '../../catalogue/contradiction.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import { wordsOf } from '../../document/place';
import type { Place } from '../../document/types';
import type { Sentence } from '../../language/types';
import { isWithin } from '../../practices/matter';
import { dataGraph } from '../../practices/ontologyGraph';
import { throughSentences } from '../../practices/throughout';
import type { Condition, Statement } from '../../practices/types';
import type { Report, Rule } from '../types';
import { isSweeping, isUnconditional } from './guards/sweeping';
import { claimsOf } from './pairs/claims';
import { said } from './pairs/promises';
import { quote } from './pairs/wording';

const { erasure, reasons } = readCatalogue(catalogue, wordLists('erasure', 'reasons'));

/**
 * Readers may have their data deleted, and elsewhere the draft says that it is not deleted.
 * GDPR Art. 17; Cal. Civ. Code 1798.105.
 */
export const erasureRefused: Rule = {
  id: 'contradiction/erasure-refused',
  title: 'Deletion offered in one place and refused in another',
  severity: 'information',
  citations: [
    { text: 'GDPR Art. 17', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'Cal. Civ. Code § 1798.105' },
  ],
  *check({ policy }): Iterable<Report> {
    const refusals: readonly Refusal[] = [
      ...policy.statements.filter(isRefusal).map(({ evidence, matter }) => ({ ...evidence, matter })),
      ...said(policy, 'erasure-refused').map(
        ({ unit }): Refusal => ({
          sentence: unit.own.line.sentence,
          place: placeOf(unit.own.line.sentence),
          isPlain: true,
        }),
      ),
    ];
    if (refusals.length === 0) return;
    const offers = erasureOffers(policy);
    const [accountOffers, accountRefusals] = ['account-erased', 'account-not-erased'].map(
      (name) => new Set(said(policy, name).map(({ unit }) => unit.own.line.sentence)),
    );
    const told = new Set<Sentence>();
    for (const { sentence, place, matter, isPlain } of refusals) {
      if (told.has(sentence)) continue;
      told.add(sentence);
      const isOfSameMatter = ({ block }: Sentence): boolean => !matter || isWithin({ block, start: 0, end: 0 }, matter);
      // an account that can be deleted and cannot is told as a right that is refused
      const isTold = (offer: Sentence): boolean => accountRefusals.has(sentence) && accountOffers.has(offer);
      const broken = offers
        .filter((offer) => offer.block !== sentence.block && isOfSameMatter(offer) && !isTold(offer))
        .slice(0, 8);
      const [first] = broken;
      if (!first) continue;
      yield {
        place,
        ...(isPlain && { severity: 'warning' as const }),
        message: `Deletion is refused here, but ${quote(placeOf(first))} offers it. Say which data stays and why, or drop the refusal.`,
        related: broken.map((offer) => ({ place: placeOf(offer), message: 'Deletion is offered here.' })),
      };
      for (const offer of broken) {
        yield {
          place: placeOf(offer),
          severity: 'hint',
          message: `Deletion is offered here, but ${quote(place)} refuses it.`,
          related: [{ place, message: 'Deletion is refused here.' }],
        };
      }
    }
  },
};

/** A sentence that refuses, and the words that do. */
interface Refusal {
  readonly sentence: Sentence;
  readonly place: Place;
  /** The part of the service that it speaks of. */
  readonly matter?: Place;
  /** It speaks of all data of the reader, in so many words. */
  readonly isPlain?: true;
}

const isRefusal = (statement: Statement): boolean =>
  statement.action === 'delete' &&
  statement.polarity === 'denied' &&
  statement.confidence === 'high' &&
  statement.actor === 'first_party' &&
  statement.modality !== 'may' &&
  statement.conditions.every(isUponGiving) &&
  statement.exceptions.length === 0 &&
  isUnconditional(statement) &&
  !hasReason(statement.evidence.sentence) &&
  claimsOf(statement).some((claim) => isSweeping(claim) && !dataGraph.isA(claim.data.id, 'cookie_data'));

/** "Once submitted, your review cannot be deleted": that is every review. */
const isUponGiving = ({ place }: Condition): boolean => /^once\b/i.test(wordsOf(place));

/** "… is under a legal hold and therefore not deleted"; "data we use to …" is a part of the data. */
const hasReason = ({ tokens }: Sentence): boolean =>
  tokens.some(
    ({ lower, lemma }, i) =>
      reasons.includes(lower) || reasons.includes(lemma) || (lower === 'data' && tokens[i + 1]?.lower === 'we'),
  );

function offersErasure({ tokens, question }: Sentence): boolean {
  if (question) return false;
  const text = ` ${tokens.map(({ lower }) => lower).join(' ')} `;
  return erasure.some((words) => text.includes(` ${words} `)) && !tokens.some(({ lemma }) => lemma === 'not');
}

const erasureOffers = throughSentences((sentence) => (offersErasure(sentence) ? [sentence] : []));

const placeOf = ({ block, start, end }: Sentence): Place => ({ block, start, end });
