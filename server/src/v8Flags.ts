import { setFlagsFromString } from 'node:v8';

/**
 * Lets functions run longer before V8 compiles them once more, with optimisation. The analysis is a great many functions
 * that each do a little: as shipped, V8 optimises a thousand of them within one long draft and throws a third of that away
 * again, which took half of the command line tool's processor time and most of a second core's. An engine that does not
 * know the flag says so on standard error and goes on. The flag holds for all threads.
 * @param budget how much a function runs first, in bytes of its byte code (V8's own measure is 67,584)
 */
export function optimiseLate(budget: number): void {
  setFlagsFromString(`--interrupt-budget=${budget}`);
}

/** A draft from which on memory is worth more than time, in UTF-16 units. */
const LONG = 300_000;

/**
 * Has garbage collected before the heap has grown by a fifth, once a long draft is read: a fifth less memory for a fifth
 * more time. For a tool that reads a draft once; an editor's keys would wait for it.
 */
export function collectSoonerFor({ length }: string): void {
  if (length < LONG) return;
  setFlagsFromString('--heap-growing-percent=20');
  setFlagsFromString('--semi-space-growth-factor=1');
}
