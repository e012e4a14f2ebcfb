import { type MessagePort, Worker } from 'node:worker_threads';
import { type CheckerSettings, DocumentChecker } from './documentChecker';
import type { Outcome, Task } from './outcome';

/** So many tasks are done before other threads are called: for a few, they would not be ready in time. */
const FEW = 8;
/** Tasks given out per thread before their results are taken: enough that none waits, few enough to keep in memory. */
const AHEAD = 8;

/** What a thread is told when it is started. */
interface CrewData {
  readonly checker: CheckerSettings;
}

interface CrewSettings {
  readonly jobs: number;
  readonly checker: CheckerSettings;
  /** Does a task in this thread. */
  here(task: Task): Promise<Outcome>;
}

/** Does tasks in this thread, many of them in several, and gives the outcomes in the order of the tasks. */
export async function* outcomesOf(tasks: AsyncIterable<Task>, settings: CrewSettings): AsyncGenerator<Outcome> {
  const { jobs, here } = settings;
  const iterator = tasks[Symbol.asyncIterator]();
  for (let done = 0; jobs === 1 || done < FEW; done++) {
    const next = await iterator.next();
    if (next.done) return;
    yield await here(next.value);
  }
  const crew = new Crew(settings);
  try {
    yield* inOrder(iterator, (task) => (isForHere(task) ? here(task) : crew.do(task)), jobs * AHEAD);
  } finally {
    await crew.leave();
  }
}

/** Standard input is this thread's, and what cannot be read is known already. */
const isForHere = (task: Task): boolean => 'error' in task || ('path' in task && task.path === '-');

/** A result goes out as soon as those before it have, whether or not another task has come. */
async function* inOrder<T, R>(
  tasks: AsyncIterator<T>,
  run: (task: T) => Promise<R>,
  most: number,
): AsyncGenerator<Awaited<R>> {
  const running: Promise<R>[] = [];
  let next: Promise<IteratorResult<T>> | undefined = tasks.next();
  while (next || running.length > 0) {
    const first = running[0];
    const came: IteratorResult<T> | undefined =
      next !== undefined && running.length < most
        ? await (running.length > 0 ? Promise.race([next, first.then(() => undefined)]) : next)
        : undefined;
    if (came) {
      if (!came.done) running.push(run(came.value));
      next = came.done ? undefined : tasks.next();
    } else {
      running.shift();
      yield await first;
    }
  }
}

interface Assigned {
  readonly task: Task;
  settle(outcome: Outcome): void;
}

/**
 * Threads that check documents; one that dies costs the document it was at, and is replaced. This thread is one of them:
 * it knows its way already, and another one in its place would be as much memory again.
 */
class Crew {
  readonly #others: Member[];
  readonly #members: readonly (Member | Here)[];

  constructor({ jobs, checker, here }: CrewSettings) {
    this.#others = Array.from({ length: jobs - 1 }, () => new Member(checker));
    this.#members = [...this.#others, new Here(here)];
  }

  do(task: Task): Promise<Outcome> {
    return new Promise((settle) => {
      const member = this.#members.reduce((a, b) => (b.assigned.length < a.assigned.length ? b : a));
      member.take({ task, settle });
    });
  }

  async leave(): Promise<void> {
    await Promise.all(this.#others.map((member) => member.leave()));
  }
}

/** This thread. */
class Here {
  assigned: Assigned[] = [];

  constructor(private readonly check: (task: Task) => Promise<Outcome>) {}

  take(assigned: Assigned): void {
    this.assigned.push(assigned);
    if (this.assigned.length === 1) void this.#work();
  }

  async #work(): Promise<void> {
    for (let next = this.assigned[0]; next; next = this.assigned[0]) {
      await new Promise((resolve) => setImmediate(resolve)); // the others are given their tasks in between
      next.settle(await this.check(next.task));
      this.assigned.shift();
    }
  }
}

class Member {
  /** In the order in which they are done. */
  assigned: Assigned[] = [];
  #thread: Worker;
  #isLeaving = false;

  constructor(private readonly settings: CheckerSettings) {
    this.#thread = this.#start();
  }

  take(assigned: Assigned): void {
    this.assigned.push(assigned);
    this.#thread.postMessage(assigned.task);
  }

  leave(): Promise<number> {
    this.#isLeaving = true;
    return this.#thread.terminate();
  }

  #start(): Worker {
    const data: CrewData = { checker: this.settings };
    const thread = new Worker(__filename, { workerData: data });
    let reason = 'the thread ended';
    thread.on('message', (outcome: Outcome) => this.assigned.shift()?.settle(outcome));
    thread.on('error', (error) => {
      reason = error.message;
    });
    // An error may overtake the outcomes before it; at the exit all of them have come.
    thread.on('exit', () => this.#replace(reason));
    return thread;
  }

  #replace(reason: string): void {
    if (this.#isLeaving) return;
    const [culprit, ...others] = this.assigned;
    this.assigned = others;
    this.#thread = this.#start();
    for (const { task } of others) this.#thread.postMessage(task);
    if (!culprit) return;
    const path = 'path' in culprit.task ? culprit.task.path : `line ${culprit.task.number}`;
    const isSearched = 'named' in culprit.task && !culprit.task.named;
    culprit.settle({ path, notes: [], isSearched, failed: `the check failed: ${reason}` });
  }
}

/** What a thread of a crew does: its tasks, one after the other. */
export function joinCrew(port: MessagePort, { checker: settings }: CrewData): void {
  const checker = DocumentChecker.start(settings, process.stdin);
  const told = new Set<string>();
  let last = Promise.resolve();
  port.on('message', (task: Task) => {
    last = last.then(async () => {
      const outcome = await (await checker).check(task);
      // a project file is the same for thousands of drafts
      const isKnown = outcome.project && told.has(outcome.project.uri);
      if (outcome.project) told.add(outcome.project.uri);
      port.postMessage(isKnown ? { ...outcome, project: undefined } : outcome);
    });
  });
}
