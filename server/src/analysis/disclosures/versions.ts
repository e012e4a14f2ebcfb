/** A stretch of a list that took the place of another one: `added` members from `start` on instead of `removed` ones. */
export interface Change {
  readonly start: number;
  readonly removed: number;
  readonly added: number;
}

/** Who asks less often than this reads everything anew. */
const MOST_KEPT = 64;

/** The versions of a list that edits change here and there, and what lies between two of them. */
export class Versions {
  #last: readonly unknown[] = [];
  #changes: Change[] = [];
  /** Version from which on changes are known. */
  #first = 0;

  /** The number of the new version. */
  add(members: readonly unknown[]): number {
    this.#changes.push(changeBetween(this.#last, members));
    this.#last = members;
    if (this.#changes.length > MOST_KEPT) {
      this.#changes.shift();
      this.#first++;
    }
    return this.#first + this.#changes.length;
  }

  /** What has changed from one version to the last; undefined where too much has. */
  since(version: number): Change | undefined {
    if (version < this.#first) return undefined;
    if (version === this.#first + this.#changes.length - 1) return this.#changes[this.#changes.length - 1];
    return this.#changes.slice(version - this.#first).reduce(followedBy, nothing);
  }
}

export function changeBetween(last: readonly unknown[], members: readonly unknown[]): Change {
  const most = Math.min(members.length, last.length);
  let start = 0;
  while (start < most && members[start] === last[start]) start++;
  let end = 0;
  while (end < most - start && members[members.length - 1 - end] === last[last.length - 1 - end]) end++;
  return { start, removed: last.length - end - start, added: members.length - end - start };
}

const nothing: Change = { start: 0, removed: 0, added: 0 };

const isEmpty = ({ removed, added }: Change): boolean => removed === 0 && added === 0;

/** Two changes, one after the other, as one. */
function followedBy(a: Change, b: Change): Change {
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  const start = Math.min(a.start, b.start);
  // in the list between the two
  const end = Math.max(a.start + a.added, b.start + b.removed);
  return { start, removed: end - start - a.added + a.removed, added: end - start - b.removed + b.added };
}
