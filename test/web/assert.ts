/** As much of node:assert as the editor tests use, for where there is no Node. */
function assert(value: unknown, message = 'not true'): asserts value {
  if (!value) throw new Error(message);
}

const same = (one: unknown, other: unknown) =>
  JSON.stringify(one, undefined, 1) === JSON.stringify(other, undefined, 1);
const both = (one: unknown, other: unknown) =>
  `${JSON.stringify(one, undefined, 1)}\n\n${JSON.stringify(other, undefined, 1)}`;

export const strict = Object.assign(assert, {
  ok: assert,
  equal: (one: unknown, other: unknown, message = `not the same: ${both(one, other)}`) =>
    assert(Object.is(one, other), message),
  notEqual: (one: unknown, other: unknown, message = `the same: ${one}`) => assert(!Object.is(one, other), message),
  deepEqual: (one: unknown, other: unknown, message = `not alike: ${both(one, other)}`) =>
    assert(same(one, other), message),
  match: (text: string, pattern: RegExp, message = `"${text}" does not match ${pattern}`) =>
    assert(pattern.test(text), message),
});
