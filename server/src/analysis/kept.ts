import { derived } from './dependencies';

/**
 * Reads something once from each object and keeps it as long as the object lives. What is read must depend on nothing
 * but the object: blocks, sentences and regions stay the same objects through edits that leave them alone, so that an
 * edit costs what it touches.
 */
export function kept<K extends object, V>(read: (from: K) => V): (from: K) => V {
  const known = new WeakMap<K, V>();
  return (from) => {
    const found = known.get(from);
    if (found !== undefined || known.has(from)) return found as V;
    const value = read(from);
    known.set(from, value);
    return value;
  };
}

/** The value under a key, made where there is none. */
export function getOrMake<K, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

export const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || (a.length === b.length && a.every((each, i) => each === b[i]));

export function isSameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const each of a) if (!b.has(each)) return false;
  return true;
}

/**
 * Collects something from the members of a list that edits change here and there: only members that it did not have
 * before are looked at, and the result is the same object as long as it holds the same. What is collected from a member
 * may depend on the member before it and on nothing else.
 */
export class Collection<K, T> {
  #members: readonly K[] = [];
  readonly #lists: (readonly T[])[] = [];
  #all: readonly T[] = [];

  constructor(private readonly read: (member: K, before: K | undefined) => readonly T[]) {}

  of(members: readonly K[]): readonly T[] {
    const last = this.#members;
    if (members === last) return this.#all;
    const most = Math.min(members.length, last.length);
    let start = 0;
    while (start < most && members[start] === last[start]) start++;
    let end = 0;
    while (end < most - start && members[members.length - 1 - end] === last[last.length - 1 - end]) end++;
    // the member behind a change has another one before it
    if (end > 0 && this.read.length > 1) end--;
    const fresh: (readonly T[])[] = [];
    for (let i = start; i < members.length - end; i++) fresh.push(this.read(members[i], members[i - 1]));
    const gone = replaced(this.#lists, start, last.length - end - start, fresh);
    if (!isSameList(flat(gone), flat(fresh))) this.#all = flat(this.#lists);
    this.#members = members;
    return this.#all;
  }
}

/** Compares every member of a list with every one behind it; after an edit only those that the list did not have before. */
export class Comparison<T extends object, R> {
  #members: ReadonlySet<T> = new Set();
  #found: readonly { readonly first: T; readonly second: T; readonly result: R }[] = [];
  #results: readonly R[] = [];

  constructor(private readonly compare: (first: T, second: T) => R | undefined) {}

  /** What the comparisons came to, by the first member and then by the second. */
  of(members: readonly T[]): readonly R[] {
    const order = new Map(members.map((member, i) => [member, i]));
    const found = this.#found.filter(({ first, second }) => order.has(first) && order.has(second));
    let isSame = found.length === this.#found.length;
    members.forEach((member, at) => {
      if (this.#members.has(member)) return;
      for (let i = 0; i < members.length; i++) {
        // two new ones meet once
        if (i === at || (i < at && !this.#members.has(members[i]))) continue;
        const [first, second] = i < at ? [members[i], member] : [member, members[i]];
        const result = this.compare(first, second);
        if (result === undefined) continue;
        found.push({ first, second, result });
        isSame = false;
      }
    });
    this.#members = new Set(members);
    if (isSame) return this.#results;
    const place = (member: T): number => order.get(member) ?? 0;
    this.#found = found.sort((a, b) => place(a.first) - place(b.first) || place(a.second) - place(b.second));
    this.#results = this.#found.map(({ result }) => result);
    return this.#results;
  }
}

/** As `splice`, which takes no long lists. */
function replaced<T>(list: T[], start: number, count: number, fresh: readonly T[]): T[] {
  if (fresh.length < 1000) return list.splice(start, count, ...fresh);
  const gone = list.slice(start, start + count);
  const behind = list.slice(start + count);
  list.length = start;
  for (const each of fresh) list.push(each);
  for (const each of behind) list.push(each);
  return gone;
}

function flat<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const all: T[] = [];
  for (const list of lists) for (const each of list) all.push(each);
  return all;
}

/** What identifies the versions of one draft. */
interface OfDraft {
  readonly document: { readonly draft: object };
}

/**
 * Computes something from parts of a draft, and again only when one of the parts is no longer the same object: what
 * other libraries call a selector.
 */
export function selected<P extends OfDraft, I extends readonly unknown[], V>(
  parts: (policy: P) => readonly [...I],
  compute: (...from: I) => V,
): (policy: P) => V {
  const known = new WeakMap<object, { readonly from: readonly unknown[]; readonly value: V }>();
  return derived((policy) => {
    const from = parts(policy);
    const last = known.get(policy.document.draft);
    if (last && isSameList(last.from, from)) return last.value;
    const value = compute(...from);
    known.set(policy.document.draft, { from, value });
    return value;
  });
}
