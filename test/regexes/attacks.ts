import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** A text made to keep a regular expression busy: a stretch that it may repeat, with what comes before and after. */
interface Attack {
  readonly before: string;
  readonly repeated: string;
  readonly after: string;
}

/** Characters that classes are tried with. */
const samples = [
  ' ',
  'a',
  'A',
  '1',
  '.',
  '-',
  '/',
  '"',
  '\n',
  '<',
  '_',
  ':',
  ',',
  '(',
  '[',
  '“',
  '*',
  '`',
  '#',
  '=',
  'é',
];
/** What ends an attack, so that the match fails at its very end. */
const endings = ['', '\u0001', '/x'];
/** Of a class, so many of the samples it takes. */
const MOST_SAMPLES = 4;

/** What each part of a regular expression that may repeat for ever can be fed with. */
function attacksOn(source: string, flags: string): Attack[] {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  const found = new Map<string, Attack>();
  const add = (before: string, repeated: string) => {
    if (repeated === '') return;
    for (const after of endings) found.set(JSON.stringify([before, repeated, after]), { before, repeated, after });
  };
  const sampler = new Sampler(flags);
  visitRegExpAST(pattern, {
    onQuantifierEnter(quantifier) {
      if (quantifier.max !== Number.POSITIVE_INFINITY) return; // what ends somewhere costs so much and no more
      const before = sampler.before(quantifier);
      for (const one of sampler.some(quantifier.element)) {
        add(before, one);
        add('', before + one);
        add(before, one + sampler.after(quantifier));
      }
      add('', before);
      if (quantifier.parent?.type === 'Alternative') add('', sampler.all(quantifier.parent.elements));
    },
  });
  return [...found.values()];
}

/** Writes texts that parts of a pattern match. */
class Sampler {
  constructor(private readonly flags: string) {}

  all(elements: readonly AST.Element[]): string {
    return elements.map((element) => this.some(element)[0] ?? '').join('');
  }

  /** What stands before an element, from the beginning of the pattern. */
  before(element: AST.Element): string {
    const { parent } = element;
    if (parent?.type === 'Quantifier') return this.before(parent);
    if (parent?.type !== 'Alternative') return '';
    const own = this.all(parent.elements.slice(0, parent.elements.indexOf(element)));
    const outer = parent.parent;
    if (outer.type === 'Group' || outer.type === 'CapturingGroup') return this.before(outer) + own;
    return own;
  }

  after(element: AST.Element): string {
    const { parent } = element;
    return parent?.type === 'Alternative' ? this.all(parent.elements.slice(parent.elements.indexOf(element) + 1)) : '';
  }

  some(element: AST.Element): string[] {
    switch (element.type) {
      case 'Character':
        return [String.fromCodePoint(element.value)];
      case 'CharacterSet':
      case 'CharacterClass':
        return this.#ofClass(element.raw);
      case 'Group':
      case 'CapturingGroup':
        return element.alternatives.map(({ elements }) => this.all(elements));
      case 'Quantifier':
        return this.some(element.element).map((one) => one.repeat(Math.min(3, Math.max(1, element.min))));
      default:
        return ['']; // what only looks ahead or behind takes nothing
    }
  }

  #ofClass(raw: string): string[] {
    const own = [...raw.replace(/\\./g, '').replace(/[\][^]/g, '')];
    const matches = new RegExp(`^${raw}$`, this.flags.replace(/[gym]/g, ''));
    return [...new Set([...samples, ...own])].filter((sample) => matches.test(sample)).slice(0, MOST_SAMPLES);
  }
}

/** Repetitions: few show what grows exponentially before it gets out of hand. */
const steps = [14, 26, 120, 600, 2500, 16_000];
/** Longest attacking text, in UTF-16 units. */
const LONGEST = 16_000;
/** Milliseconds of processor time; linear work on the longest text takes less than one. */
const TOO_LONG = 15;

/** The attack under which a regular expression takes more than linear time, if there is one. */
export function slowUnder(source: string, flags: string): Attack | undefined {
  return attacksOn(source, flags).find((attack) => {
    for (const step of steps) {
      const count = Math.min(step, Math.ceil(LONGEST / attack.repeated.length));
      const text = attack.before + attack.repeated.repeat(count) + attack.after;
      // a busy machine or a collection of garbage may be the cause once, not three times
      if ([1, 2, 3].every(() => milliseconds(new RegExp(source, flags), text) > TOO_LONG)) return true;
      if (count < step) return false;
    }
    return false;
  });
}

function milliseconds(regex: RegExp, text: string): number {
  const before = process.cpuUsage();
  if (regex.global) text.replace(regex, '');
  else regex.exec(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
