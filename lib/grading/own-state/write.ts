/** Statements that make a state show what somebody wrote for its names. */

import { type Literal, showLiteral } from '@/lib/exercises/literals/literal';
import { readLiteral } from '@/lib/exercises/literals/read-literal';
import {
  type ArrayRecord,
  eachOffset,
  type MemoryState,
  type ObjectRecord,
  type Value,
  valueText,
} from '@/lib/simulator';
import { ownCopy, slotsOf } from './paths';

/** What a name is said to show. */
export interface Claim {
  readonly name: string;
  readonly literal: Literal;
  /** What the name truly refers to. */
  readonly value: Value;
  /** Whether it is written even where it is what the state shows: the state may be another one by then. */
  readonly always?: boolean;
}

/** A place to write to: an expression, and what it truly refers to. */
interface Target {
  readonly expression: string;
  readonly value: Value;
  readonly isName: boolean;
  /** Whether it may show anything by now: it was split off, for example. */
  readonly isCopy: boolean;
}

/**
 * Writes each claim into the object that the name refers to, in place, so that every other name, slot and view
 * sees it as well. Where a name is said to show something else than an earlier one that shares its memory, both
 * cannot be one object: the later name gets a copy. Null where no such statements are known.
 */
export function writeClaims(
  memory: MemoryState,
  claims: readonly Claim[],
  numpy: string | null,
): string[] | null {
  const writer = new Writer(memory, numpy);
  for (const { name, literal, value, always = false } of claims) {
    writer.write({ expression: name, value, isName: true, isCopy: always }, literal);
  }
  return writer.failed ? null : writer.lines;
}

class Writer {
  readonly lines: string[] = [];
  failed = false;
  /** What is said of each place in memory so far: of an element of a buffer, of an object. */
  private readonly said = new Map<string, string>();

  constructor(
    private readonly memory: MemoryState,
    private readonly numpy: string | null,
  ) {}

  write(target: Target, literal: Literal): void {
    const { expression, value, isCopy } = target;
    if (typeof value === 'string') {
      if (isCopy || !isText(value, literal)) this.lines.push(`${expression} = ${showLiteral(literal)}`);
      return;
    }
    const record = this.memory.objects.get(value);
    if (record === undefined) this.failed = true;
    else if (record.kind === 'ndarray') this.writeArray(target, record, literal);
    else this.writeObject(target, record, literal);
  }

  private writeArray(target: Target, record: ArrayRecord, literal: Literal): void {
    const { expression, isName } = target;
    const elements = flat(literal);
    const places: string[] = [];
    eachOffset(record, (offset) => places.push(`${record.buffer}@${offset}`));
    if (elements.length !== places.length) {
      if (isName && this.numpy !== null)
        this.lines.push(`${expression} = ${this.numpy}.array(${showLiteral(literal)})`);
      else this.failed = true;
      return;
    }
    const said = places.map((place, index) => [place, elements[index] ?? ''] as const);
    const isCopy = this.splitUnless(target, record, said);
    if (isCopy || target.isCopy || !isText(valueText(this.memory, record.id), literal))
      this.lines.push(`${expression}[...] = ${showLiteral(literal)}`);
  }

  private writeObject(target: Target, record: ObjectRecord, literal: Literal): void {
    const isCopy =
      target.isCopy || this.splitUnless(target, record, [[`object ${record.id}`, showLiteral(literal)]]);
    const isFlat = slotsOf(record).every(([, value]) => typeof value === 'string');
    // A flat copy may have any length by now: it is written whole.
    const parts = isCopy && isFlat ? null : partsOf(record, literal);
    if (parts === null) {
      if (!isFlat) this.failed = true;
      else this.replace(target, record, literal);
      return;
    }
    for (const [suffix, value, part] of parts) {
      this.write({ expression: target.expression + suffix, value, isName: false, isCopy }, part);
    }
  }

  /** Gives a flat object other content, of another length or with other keys. */
  private replace({ expression, isName }: Target, record: ObjectRecord, literal: Literal): void {
    const text = showLiteral(literal);
    if (record.kind === 'list' && literal.type === 'sequence') this.lines.push(`${expression}[:] = ${text}`);
    else if ((record.kind === 'dict' && literal.type === 'mapping') || record.kind === 'set')
      this.lines.push(`${expression}.clear()`, `${expression}.update(${text})`);
    else if (isName) this.lines.push(`${expression} = ${text}`);
    else this.failed = true;
  }

  /** Notes what is said of places in memory; where another was said of one before, a copy is made. */
  private splitUnless(
    target: Target,
    record: ObjectRecord,
    said: readonly (readonly [string, string])[],
  ): boolean {
    if (said.every(([place, text]) => (this.said.get(place) ?? text) === text)) {
      for (const [place, text] of said) this.said.set(place, text);
      return false;
    }
    const lines = ownCopy(target.expression, record);
    if (lines === null) this.failed = true;
    else this.lines.push(...lines);
    return true;
  }
}

/** Whether Python's text of a value says the literal. */
function isText(text: string, literal: Literal): boolean {
  const truth = readLiteral(text);
  return truth !== null && showLiteral(truth) === showLiteral(literal);
}

/**
 * The slots of an object with the part of the literal that each should show; null where the two differ in form, or
 * where numbers of a tuple differ, which cannot be written.
 */
function partsOf(record: ObjectRecord, literal: Literal): (readonly [string, Value, Literal])[] | null {
  const slots = slotsOf(record);
  if (record.kind === 'dict') return literal.type === 'mapping' ? entriesOf(slots, literal.entries) : null;
  if ((record.kind !== 'list' && record.kind !== 'tuple') || literal.type !== 'sequence') return null;
  if (literal.items.length !== slots.length) return null;
  const parts = slots.map(
    ([suffix, value], index) => [suffix, value, literal.items[index] as Literal] as const,
  );
  const fixed = parts.some(([, value, part]) => typeof value === 'string' && !isText(value, part));
  return record.kind === 'tuple' && fixed ? null : parts;
}

function entriesOf(
  slots: ReturnType<typeof slotsOf>,
  entries: readonly (readonly [Literal, Literal])[],
): (readonly [string, Value, Literal])[] | null {
  const parts = new Map(entries.map(([key, part]) => [`[${showLiteral(key)}]`, part]));
  const found = slots.flatMap(([suffix, value]) => {
    const part = parts.get(suffix);
    return part === undefined ? [] : [[suffix, value, part] as const];
  });
  return found.length === slots.length && parts.size === slots.length ? found : null;
}

const flat = (literal: Literal): string[] =>
  literal.type === 'sequence' ? literal.items.flatMap(flat) : [showLiteral(literal)];
