import { Numbers } from '../incremental/drafts';

/** Something that takes what others wrote, and what must hold whatever it is given. */
export interface Target {
  readonly name: string;
  /** Of all iterations, relative to the other targets. */
  readonly share: number;
  /** Changes one input again and again, and throws at the first thing that must not happen. */
  round(numbers: Numbers, watch: Watch): Promise<void>;
}

/** Beyond this a change was not followed in time. Milliseconds of processor time: other work on the machine does not count. */
const HANG = 1000;

/** Counts changes, times what follows them, and keeps the input at hand for the report of a failure. */
export class Watch {
  changes = 0;
  slowest = 0;
  input: unknown;

  /** Changes that were made and are looked at together. */
  made(changes: number, input: unknown): void {
    this.changes += changes;
    this.input = input;
  }

  async timed<T>(work: () => T | Promise<T>): Promise<T> {
    const before = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(before);
    const milliseconds = (user + system) / 1000;
    this.slowest = Math.max(this.slowest, milliseconds);
    if (milliseconds > HANG) throw new Error(`took ${Math.round(milliseconds)} ms`);
    return result;
  }
}

/** Numbers for one round of one target, unlike those of the rounds beside it. */
export function numbersOf(target: string, seed: number): Numbers {
  let state = seed ^ 0x9e3779b9;
  for (const character of `${target}:${seed}`) {
    state = Math.imul(state ^ character.charCodeAt(0), 0x85ebca6b);
    state ^= state >>> 13;
  }
  return new Numbers(state >>> 0);
}
