import { wholeNumbers } from '@/lib/common/random';
import { type Drawn, PlaceholderError, type Values } from './expression';
import { fillText } from './fill';
import { namesOfKey, type Parameter, type Parameters } from './parameters';

/**
 * Draws a value for each parameter. The same seed, try and parameters give the same values on every machine,
 * in whatever order the parameters stand: the database keeps no order. Each is drawn from its own row of numbers,
 * so that a new one does not change the others. Texts may use other parameters. Throws PlaceholderError where one
 * is not known, or where two use each other.
 */
export function drawValues(parameters: Parameters, seed: number, attempt: number): Values {
  const values = new Map<string, Drawn>();
  const texts = new Map<string, string>();
  for (const [key, parameter] of Object.entries(parameters)) {
    const names = namesOfKey(key);
    const whole = wholeNumbers(seed, `${attempt}:${key}`);
    const drawn = draw(parameter, names.length, whole);
    names.forEach((name, index) => {
      const value = drawn[index] ?? '';
      if (typeof value === 'string') texts.set(name, value);
      else values.set(name, value);
    });
  }
  fillEachOther(texts, values);
  return values;
}

/** Fills the texts that can be filled, until each is. */
function fillEachOther(texts: Map<string, string>, values: Map<string, Drawn>): void {
  let problem: PlaceholderError | null = null;
  while (texts.size > 0) {
    const before = texts.size;
    for (const [name, text] of texts) {
      try {
        values.set(name, fillText(text, values));
        texts.delete(name);
      } catch (error) {
        if (!(error instanceof PlaceholderError)) throw error;
        problem = error;
      }
    }
    if (texts.size === before) throw problem ?? new PlaceholderError('The parameters use each other.');
  }
}

type Whole = (least: number, most: number) => number;

/** One value for each name. */
function draw(parameter: Parameter, names: number, whole: Whole): readonly Drawn[] {
  if ('oneOf' in parameter) {
    const row = parameter.oneOf[whole(0, parameter.oneOf.length - 1)] ?? '';
    return Array.isArray(row) ? row : [row];
  }
  if ('distinct' in parameter) return taken(parameter.distinct, names, whole);
  if ('order' in parameter) return [taken(parameter.order, parameter.order.length, whole).join('\n')];
  if ('whole' in parameter) return [oneWhole(parameter.whole, new Set(parameter.except), whole)];
  const { length, wholes, sorted } = parameter;
  const [least, most] = wholes;
  const size = typeof length === 'number' ? length : whole(length[0], length[1]);
  const all = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  const row = taken(all, size, whole);
  return [sorted ? row.toSorted((a, b) => a - b) : row];
}

function oneWhole(
  [least, most]: readonly [number, number],
  except: ReadonlySet<number>,
  whole: Whole,
): number {
  const all = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  const left = all.filter((one) => !except.has(one));
  return left[whole(0, Math.max(left.length - 1, 0))] ?? least;
}

/** The first `size` of a random order. */
function taken<T>(items: readonly T[], size: number, whole: Whole): T[] {
  const order = [...items];
  for (let place = 0; place < Math.min(size, order.length); place += 1) {
    const other = whole(place, order.length - 1);
    [order[place], order[other]] = [order[other] as T, order[place] as T];
  }
  return order.slice(0, size);
}
