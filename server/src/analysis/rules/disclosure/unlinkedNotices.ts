import { wholeBlock } from '../../document/place';
import type { Place, PolicyDocument } from '../../document/types';
import { documentSets, kindNamed } from '../../documentSets/kinds';
import { addedAtEnd } from '../../fixes/insertSection';
import type { Policy, SetMember } from '../../policy';
import type { Fix, Report } from '../types';

const UNLINKED_NOTICE = 'disclosure/unlinked-notice';

/**
 * A notice for some readers that the policy for all does not lead to, found in either of the two documents.
 * Source: 11 CCR 7011(d); GDPR and UK GDPR Art. 12(1).
 */
export function* unlinkedNotices(policy: Policy, title: Place): Iterable<Report> {
  const { set } = policy;
  if (!set) return;
  for (const member of set.members) {
    const notice = set.kind === 'main' ? member.kind : set.kind;
    const citation = documentSets.linkedFromMain[notice];
    if (!citation) continue;
    const report = { rule: UNLINKED_NOTICE, severity: 'warning' as const, citations: [citation] };
    if (set.kind === 'main' && !member.link && !member.through) {
      yield {
        ...report,
        place: title,
        message: `This policy has no link to the ${kindNamed(notice)} (${member.name}): who reads only the policy does not learn of it. Link to it where it belongs.`,
        related: related(member),
        fixes: linkTo(policy.document, member),
      };
    } else if (member.kind === 'main' && member.link?.place && !member.backLink) {
      yield {
        ...report,
        place: member.link.place,
        message: `${member.name} has no link to this ${kindNamed(notice)}: who reads only the policy does not learn of it. Add a link there.`,
        related: related(member),
      };
    }
  }
}

function related({ policy: { document: other }, document, name }: SetMember): Report['related'] {
  const [first] = other.blocks;
  return first && [{ place: wholeBlock(first), document, message: `${name} begins here.` }];
}

/** A sentence with the link at the end of the draft, where its format knows links. */
function linkTo(document: PolicyDocument, { kind, backLink, document: other }: SetMember): readonly Fix[] {
  const target = backLink && /^[^:]*\/([^/]+)$/.exec(`/${other}`)?.[1];
  // only a notice in the same folder can be named without knowing where the draft lies
  if (document.format === 'plaintext' || !target || backLink.target.includes('/')) return [];
  const sentence = `This policy is completed by our [${kindNamed(kind)}](${target}).`;
  return [
    {
      title: `Link to the ${kindNamed(kind)}`,
      safety: 'suggestion',
      edits: [addedAtEnd(document, sentence)],
    },
  ];
}
