import { wordsOf } from '../../document/place';
import type { Place } from '../../document/types';
import { moveMember } from '../../fixes/moveMember';
import { selected } from '../../kept';
import type { Sentence } from '../../language/types';
import type { Policy } from '../../policy';
import { dataGraph } from '../../practices/ontologyGraph';
import { sentencesOf } from '../../practices/sentences';
import { throughStatements } from '../../practices/throughout';
import type { Mention } from '../../practices/types';
import type { Fix, Related, Report, Rule } from '../types';
import { dataMentions, type Membership, memberships, ownSenseOfNonPersonal } from './pairs/memberships';
import { be, quote } from './pairs/wording';

/**
 * Something that identifies a device or a person is called non-personal, while the draft elsewhere counts it as personal
 * or takes "non-personal" to mean what cannot be linked to anyone.
 * An online identifier is personal data: GDPR Art. 4(1) and Rec. 30, Cal. Civ. Code 1798.140(v)(1)(A).
 */
export const definition: Rule = {
  id: 'contradiction/definition',
  title: 'Data called non-personal that the draft elsewhere treats as personal',
  severity: 'warning',
  citations: [
    { text: 'GDPR Art. 4(1) and Recital 30', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'Cal. Civ. Code § 1798.140(v)(1)(A)' },
  ],
  *check({ policy }): Iterable<Report> {
    const sides = memberships(policy);
    const own = ownSenseOfNonPersonal(policy);
    for (const side of sides) {
      if (side.root !== 'non_personal' || !(side.excluded || side.called || /^\W*non/i.test(wordsOf(side.head))))
        continue;
      const identifying = side.members.filter(({ id }) => identifies(id));
      if (identifying.length === 0) continue;
      const otherwise = treatedAsPersonal(identifying, side, sides, policy);
      const related: Related[] = otherwise.map((place) => ({
        place,
        message: `${quote(place)} stands among personal data here.`,
      }));
      const differs = own && !samePlace(own, side.head);
      if (differs) related.push({ place: own, message: 'What the draft means by non-personal.' });
      if (related.length === 0) continue;
      const words = enumerated(identifying);
      const where = otherwise[0];
      yield {
        place: spanOf(side),
        message: where
          ? `${words} counted as non-personal here, but elsewhere ${quote(where)} ${be(wordsOf(where)) === 'are' ? 'stand' : 'stands'} among personal data. Choose one of the two; under GDPR and CCPA it is personal.`
          : `${words} counted as non-personal here, but ${quote(own as Place)} leaves no room for what identifies a device or a place. Take it out of the list.`,
        // "does not include …" often repeats what a statute leaves out
        severity: isCountedTwice(identifying, side, sides) && !side.excluded ? 'warning' : 'information',
        related,
        // "IP addresses are not personal data": no list from which they could be taken
        fixes: () => (side.excluded || isSubject(side) ? [] : moves(identifying, side, sides)),
      };
    }
  },
};

const isSubject = ({ head, members: [first] }: Membership): boolean =>
  first?.place.block === head.block &&
  first.place.end < head.start &&
  /\bnot\b/.test(head.block.text.slice(first.place.end, head.start));

/** Both senses stand in the draft in so many words; what it merely collects among account data need not be called personal. */
const isCountedTwice = (identifying: readonly Mention[], side: Membership, sides: readonly Membership[]): boolean =>
  sides.some(
    ({ root, members }) =>
      root === 'personal' &&
      members.some(
        ({ id, place }) =>
          !samePlace(place, side.head) &&
          identifying.some((member) => dataGraph.isA(id, member.id) || dataGraph.isA(member.id, id)),
      ),
  );

/** Each identifying type goes to the first plain enumeration of personal data. */
function moves(identifying: readonly Mention[], side: Membership, sides: readonly Membership[]): Fix[] {
  const personal = sides.filter(({ root }) => root === 'personal');
  for (const { members } of personal) {
    // what stands on the other side already would stand there twice
    const missing = identifying.filter(({ id }) => !members.some((member) => member.id === id));
    const fixes = missing.flatMap(
      ({ place }) =>
        moveMember(
          place,
          side.members.map((member) => member.place),
          members.map((member) => member.place),
          'the personal data',
        ) ?? [],
    );
    if (fixes.length > 0) return fixes;
  }
  return [];
}

/** What singles out a device or a person; device models, page views and professions do not. */
function identifies(id: string): boolean {
  return ['online_identifier', 'contact', 'government_id', 'card_number', 'precise_location'].some((wide) =>
    dataGraph.isA(id, wide),
  );
}

/** Places where the draft counts the same data as personal, or collects it among account and contact data. */
function treatedAsPersonal(
  members: readonly Mention[],
  side: Membership,
  sides: readonly Membership[],
  policy: Policy,
): Place[] {
  const places: Place[] = [];
  const add = ({ id, place }: Mention) => {
    if (
      samePlace(place, side.head) ||
      // two titles that have run together make one list part of both
      members.some((member) => samePlace(place, member.place)) ||
      !members.some((member) => dataGraph.isA(id, member.id) || dataGraph.isA(member.id, id))
    )
      return;
    if (!identifies(id)) return;
    if (!places.some((known) => samePlace(known, place)) && places.length < 8) places.push(place);
  };
  for (const other of sides) {
    if (other.root === 'personal') for (const member of other.members) add(member);
  }
  for (const sentence of collectedInLists(policy)) for (const mention of dataMentions(sentence)) add(mention);
  return places;
}

/** Sentences of list items and cells that say which account and contact data is collected. */
const collectedInLists = selected(
  (policy: Policy) => [listedWithContact(policy)],
  (listed): readonly Sentence[] =>
    [...new Set(listed)]
      .sort((a, b) => a.index - b.index)
      .flatMap((block) => sentencesOf(block))
      .filter(({ terms }) => !terms.some(({ ids }) => ids.includes('non_personal'))),
);

const listedWithContact = throughStatements(({ polarity, action, confidence, data, evidence }) => {
  if (polarity !== 'affirmed' || action !== 'collect' || confidence !== 'high') return [];
  if (!data.some(({ id }) => dataGraph.isA(id, 'contact') || dataGraph.isA(id, 'account_info'))) return [];
  const { block } = evidence.place;
  // a paragraph may speak of several things, a list item speaks of one
  return block.kind === 'item' || block.kind === 'cell' ? [block] : [];
});

const samePlace = (a: Place, b: Place): boolean => a.block === b.block && a.start < b.end && b.start < a.end;

/** From "non-personal data" to the last type counted among it. */
function spanOf({ head, members }: Membership): Place {
  const last = members[members.length - 1]?.place;
  return last && last.block === head.block ? { ...head, end: Math.max(head.end, last.end) } : head;
}

function enumerated(members: readonly Mention[]): string {
  const quoted = [...new Set(members.map(({ place }) => quote(place)))].slice(0, 3);
  return `${quoted.join(', ')} ${quoted.length > 1 ? 'are' : be(wordsOf((members[0] as Mention).place))}`;
}
