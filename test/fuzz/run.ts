import { baseline, projectFile } from './configuration';
import { directives, drafts, frontMatter } from './documents';
import { messages } from './messages';
import { numbersOf, type Target, Watch } from './target';

export const targets: readonly Target[] = [
  drafts('markdown'),
  drafts('html'),
  drafts('plaintext'),
  frontMatter,
  directives,
  projectFile,
  baseline,
  messages,
];

export interface Failure {
  readonly target: string;
  /** Alone enough to see it again. */
  readonly seed: number;
  readonly error: string;
  /** What the target was given last. */
  readonly input: unknown;
}

interface Tally {
  changes: number;
  rounds: number;
  failures: number;
  /** Milliseconds of processor time. */
  slowest: number;
}

interface Course {
  readonly iterations: number;
  readonly seed: number;
  readonly targets: readonly Target[];
  onRound?(tallies: ReadonlyMap<string, Tally>, done: number): void;
  onFailure?(failure: Failure): void;
}

/** So many changes in all, over all targets by their shares; a failure ends its round only. */
export async function fuzz(course: Course): Promise<Map<string, Tally>> {
  const tallies = new Map<string, Tally>(
    course.targets.map(({ name }) => [name, { changes: 0, rounds: 0, failures: 0, slowest: 0 }]),
  );
  const behind = ({ name, share }: Target) => (tallies.get(name)?.changes ?? 0) / share;
  let lost: unknown;
  const unhandled = (error: unknown) => {
    lost ??= error;
  };
  process.on('unhandledRejection', unhandled).on('uncaughtException', unhandled);
  for (let done = 0, seed = course.seed; done < course.iterations; seed++) {
    const target = course.targets.reduce((a, b) => (behind(b) < behind(a) ? b : a));
    const tally = tallies.get(target.name)!;
    const watch = new Watch();
    try {
      await target.round(numbersOf(target.name, seed), watch);
      if (lost !== undefined) throw lost;
    } catch (error) {
      tally.failures++;
      const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
      course.onFailure?.({ target: target.name, seed, error: said, input: watch.input });
    }
    lost = undefined;
    tally.rounds++;
    tally.changes += watch.changes;
    tally.slowest = Math.max(tally.slowest, watch.slowest);
    done += Math.max(1, watch.changes);
    course.onRound?.(tallies, done);
  }
  process.off('unhandledRejection', unhandled).off('uncaughtException', unhandled);
  return tallies;
}
