/** A program that is being written: its lines, and what is known of its names. */
import { wholeNumbers } from '@/lib/common/random';
import type { PracticeConcept } from './concepts';

/** What a name refers to, as far as the next statement must know. Names of one object share one of these. */
export interface Thing {
  readonly type: 'list' | 'array' | 'grid' | 'box';
  /** Elements; rows and columns for a grid. */
  length: number;
  readonly shape?: readonly [number, number];
  /** Arrays that see the same buffer share this. */
  readonly buffer?: object;
  /** A box of lists: what its slots refer to. */
  readonly slots?: (Thing | null)[];
}

const listNames = ['a', 'b', 'c', 'x', 'y', 'z', 'row', 'data', 'items', 'nums', 'left', 'right'];
const boxNames = ['box', 'bag', 'pair', 'shelf', 'table', 'rows'];

/** The draft, and the one source of chance behind it. */
export class Draft {
  readonly imports = new Set<string>();
  readonly functions: string[] = [];
  readonly lines: string[] = [];
  readonly names = new Map<string, Thing>();
  readonly used = new Set<PracticeConcept>();
  private readonly whole: (least: number, most: number) => number;
  private readonly free: string[];
  private readonly freeBoxes: string[];

  /** The label keeps the chance of one request apart from that of another with the same seed. */
  constructor(seed: number, label: string) {
    this.whole = wholeNumbers(seed, label);
    this.free = this.shuffle(listNames);
    this.freeBoxes = this.shuffle(boxNames);
  }

  /** A number between both, both included. */
  number(least: number, most: number): number {
    return this.whole(least, most);
  }

  pick<T>(items: readonly T[]): T | undefined {
    return items.length === 0 ? undefined : items[this.whole(0, items.length - 1)];
  }

  shuffle<T>(items: readonly T[]): T[] {
    const left = [...items];
    return items.flatMap(() => left.splice(this.whole(0, left.length - 1), 1));
  }

  newName(kind: 'thing' | 'box' = 'thing'): string | undefined {
    return kind === 'box' ? this.freeBoxes.pop() : this.free.pop();
  }

  /** Numbers that are told apart at sight: no two the same, none that stands there already. */
  numbers(count: number): string {
    const found = new Set<number>();
    while (found.size < count) found.add(this.whole(1, 9));
    return [...found].join(', ');
  }

  /** A number of two digits: it is seen wherever it comes to stand. */
  fresh(): number {
    return this.whole(1, 9) * 10 + this.whole(0, 9);
  }

  /** Names of things of these types. */
  named(...types: readonly Thing['type'][]): string[] {
    return [...this.names].filter(([, thing]) => types.includes(thing.type)).map(([name]) => name);
  }

  thing(name: string): Thing {
    const thing = this.names.get(name);
    if (thing === undefined) throw new RangeError(`the name ${name} is not bound`);
    return thing;
  }

  /** Names whose memory another name or slot sees as well. */
  shared(...types: readonly Thing['type'][]): string[] {
    return this.named(...types).filter((name) => this.seenElsewhere(name));
  }

  private seenElsewhere(name: string): boolean {
    const own = this.thing(name);
    return [...this.names].some(
      ([other, thing]) =>
        other !== name &&
        (thing === own ||
          (own.buffer !== undefined && thing.buffer === own.buffer) ||
          (thing.slots ?? []).includes(own)),
    );
  }

  add(line: string, ...concepts: readonly PracticeConcept[]): void {
    this.lines.push(line);
    for (const concept of concepts) this.used.add(concept);
  }

  source(): string {
    return `${[...this.imports, ...this.functions, ...this.lines].join('\n')}\n`;
  }
}
