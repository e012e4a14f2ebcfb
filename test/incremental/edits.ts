import { strict as assert } from 'node:assert';
import { analyze } from '../../server/src/analysis/analyze';
import { sourceRange } from '../../server/src/analysis/document/place';
import type { Place } from '../../server/src/analysis/document/types';
import type { Analysis, AnalysisOptions } from '../../server/src/analysis/types';
import { Numbers } from './drafts';

/** What an author may type, paste or leave half typed. */
export const insertions = [
  ' ',
  'a',
  '.',
  ',',
  ' not',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '    ',
  '> ',
  '- ',
  '1. ',
  '# ',
  '```\n',
  '<!-- ',
  '-->',
  '---\n',
  '# Title\n',
  '\n\n## Your rights\n\n',
  '\n\n## California residents\n\n',
  '\n\n**Children**\n\n',
  '\n\nCONTACT US\n\n',
  '<h2>Security</h2>\n',
  '<div>',
  '</div>',
  'We collect:\n\n',
  'We do not collect:\n\n',
  '- email addresses\n- IP addresses\n',
  '\n\nAdvertisers:\n\n',
  '(a) names (b) photos',
  'Do we sell your data?\n\n',
  'No.\n\n',
  '\n\nYES\n\n',
  '\n\nA. Identifiers\n\nNO\n\n',
  '\n\n| Data | Sold |\n|---|---|\n| Email | No |\n',
  'We never sell personal information. ',
  'We sell email addresses to advertisers. ',
  'This includes your name. ',
  'as long as necessary ',
  'Lindenhof Ltd (“Lindenhof”, “we”) ',
  'See “Your rights” below. ',
  'see section 9 ',
  '[Contact](#contact) ',
  '[x]',
  '[x]: https://lindenhof.example\n',
  '[date]',
  'GDPR ',
  'Texas ',
  'privacy@lindenhof.example ',
  '[^1]',
  '\n[^1]: A note.\n',
  '“quoted”',
  '<!-- policy-linter-disable-file retention -->\n',
  '\ud83d',
  '\u00ad',
];

/** Edits a text as authors do: typing, pasting, cutting, moving, taking back. */
function* versions(text: string, numbers: Numbers): Generator<string> {
  const undo: string[] = [];
  for (let now = text; ; ) {
    const at = numbers.below(now.length + 1);
    const cut = () => now.slice(0, at) + now.slice(at + 1 + numbers.below(numbers.below(5) === 0 ? 300 : 5));
    const insert = (words: string) => now.slice(0, at) + words + now.slice(at);
    const choice = numbers.below(20);
    let next = insert(numbers.of(insertions));
    if (choice > 16) next = cut();
    else if (choice > 13) next = now.slice(0, at) + now.slice(at + 1);
    else if (choice > 11 && undo.length > 0) next = numbers.of(undo);
    else if (choice > 9) {
      const from = numbers.below(now.length);
      next = insert(now.slice(from, from + numbers.below(250)));
    }
    undo.push(now);
    if (undo.length > 20) undo.shift();
    now = next.length > text.length * 1.5 + 500 ? text : next;
    yield now;
  }
}

/** What an analysis found, with places as source ranges. */
export function found({ policy, findings, checklist, regimes, failedRules }: Analysis): unknown {
  const place = (at: Place) => ({ ...sourceRange(at), block: at.block.index });
  const places = (list: readonly { readonly place: Place }[]) =>
    list.map((one) => ({ ...one, place: place(one.place) }));
  return {
    findings,
    regimes,
    failedRules,
    checklist: checklist.map((item) => ({ ...item, places: item.places.map(place) })),
    ownNames: policy.ownNames,
    sections: policy.document.sections.map(({ index, title, level, blocks }) => [index, title, level, blocks.length]),
    statements: policy.statements.map(({ evidence, matter, ...statement }) => ({
      ...statement,
      data: places(statement.data),
      recipients: places(statement.recipients),
      purposes: places(statement.purposes),
      conditions: places(statement.conditions),
      exceptions: places(statement.exceptions),
      matter: matter && place(matter),
      evidence: [place(evidence.place), evidence.lead && place(evidence.lead), evidence.kind],
    })),
    retention: policy.retention.map((one) => [one.class, one.verdict, one.durations, place(one.words)]),
  };
}

/** Edits a draft again and again, and compares what goes on from the version before with what is read from scratch. */
export function compareEdits(text: string, options: AnalysisOptions, count: number, seed: number): void {
  let analysis = analyze(text, options);
  let done = 0;
  for (const version of versions(text, new Numbers(seed))) {
    analysis = analyze(version, options, analysis);
    const actual = found(analysis);
    assert.deepEqual(
      actual,
      found(analyze(version, options)),
      `edit ${done}, seed ${seed}:\n${JSON.stringify(version)}`,
    );
    if (++done === count) return;
  }
}
