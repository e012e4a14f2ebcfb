/**
 * Reads something once from each object and keeps it as long as the object lives. What is read must depend on nothing
 * but the object: blocks, sentences and regions stay the same objects through edits that leave them alone, so that an
 * edit costs what it touches.
 */
export function kept<K extends object, V>(read: (from: K) => V): (from: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (from) => {
    let found = known.get(from);
    if (!found) {
      found = { value: read(from) };
      known.set(from, found);
    }
    return found.value;
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
  a.length === b.length && a.every((each, i) => each === b[i]);

/** Joins lists; as long as the lists are the same as `before`, the result is the same object. */
export function joined<T>(lists: readonly (readonly T[])[], before: Joined<T> | undefined): Joined<T> {
  return before && isSameList(before.lists, lists) ? before : { lists, all: lists.flat() };
}

export interface Joined<T> {
  readonly lists: readonly (readonly T[])[];
  readonly all: readonly T[];
}
