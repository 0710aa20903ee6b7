/** Every sentence of the narration. Words in braces are filled in; nothing else is put together elsewhere. */
import { ownValue } from '../own-value';
export const MESSAGES = {
  start: 'The program is about to begin.',
  end: 'The program has ended.',
  import: '`{code}` loads a module. The name {name} refers to it.',
  define: '`{code}` makes a function. The name {name} refers to it; its body does not run yet.',
  defineClass: '`{code}` makes a class. The name {name} refers to it.',
  bindNew: '`{code}` makes {thing}. The name {name} refers to it.',
  bindView:
    '`{code}` makes a view: an array without data of its own. The name {name} refers to it, and its base is {base}.',
  bindViewHidden:
    '`{code}` makes an array. The name {name} refers to it; its data belong to an array without a name.',
  bindViewShared:
    '`{code}` makes a view: an array without data of its own. The name {name} refers to it, and it shares its data with {others}.',
  bindSame: '`{code}` makes no copy. The name {name} now refers to the same {kind} as {other}.',
  bindObject: '`{code}` binds the name {name} to {thing}.',
  bindValue: '`{code}` binds the name {name} to {value}.',
  refers: 'The name {name} refers to {value}.',
  removes: '`{code}` removes the name {name}.',
  stays: 'The {kind} stays: {holders} to it.',
  freedByCount: 'Nothing refers to the {kind} any more, so it is freed.',
  staysItself: 'The {kind} stays: it holds a reference to itself.',
  freedByCollector: 'The collector frees {things}: no name led to the cycle that held them.',
  freedByCollectorOne: 'The collector frees {things}: no name led to the cycle that held it.',
  collectorNothing: 'The collector looks for cycles that no name leads to, and finds none.',
  alsoFreed: 'With it {things} freed: it held the last reference.',
  leaves: '{name} no longer refers to the {kind}.',
  writeArray: '`{code}` writes into the data of {thing}.',
  writeShared: '{names} refer to the same array, so each shows the change.',
  writeViews: '{names} share these bytes, so each shows the change.',
  writeObject: '`{code}` changes {thing}.',
  sameFor: '{names} refer to the same {kind}, so each shows the change.',
  call: 'A call of {fn} has begun: it has names of its own.',
  classBody: 'The body of the class {fn} runs: it has names of its own.',
  called: 'The call of {fn} has ended, and its names with it.',
  classBodyEnded: 'The body of the class {fn} has ended.',
  returns: '{fn} returns {value}. Its names go when the call ends.',
  returnsNothing: '{fn} ends and returns None.',
  prints: 'It prints {text}.',
  printsLines: 'It prints {count} lines.',
  nothing: '`{code}` changes nothing in memory.',
  ran: '`{code}` has run.',
  countNew: 'The count of {thing} is {after}.',
  countChange: 'The count of {thing} goes from {before} to {after}.',
  countFreed: 'The count of the {kind} goes from {before} to 0.',
  refer: '{names} still refers',
  referMany: '{names} still refer',
  holds: '{label} still holds a reference',
} as const;

export type MessageKey = keyof typeof MESSAGES;

/** A sentence with its words filled in. */
export function say(key: MessageKey, words: Readonly<Record<string, string | number>> = {}): string {
  return MESSAGES[key].replace(/\{(\w+)\}/g, (whole, word: string) => String(ownValue(words, word) ?? whole));
}

/** `A`, `A and B`, `A, B and C` */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
