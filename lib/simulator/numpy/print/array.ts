/** str and repr of arrays (numpy/_core/arrayprint.py, legacy modes left out). */
import type { Machine } from '../../memory/object';
import { Bool, Complex128, type DType, Float64, Int64, read } from '../dtype';
import type { Elem } from '../element';
import { scalarAt } from '../indexing/basic';
import { offsetAt } from '../iterate';
import type { NdArray } from '../ndarray';
import { shapeText } from '../tuple';
import { NdArrayType } from '../types';
import { chargeAxes, chargePrinting } from '../work';
import { dtypeText } from './dtype-text';
import { type Format, formatterOf } from './elements';
import { type PrintOptions, printState } from './options';

/** `str(a)` */
export function arrayStr(vm: Machine, a: NdArray): string {
  if (a.ndim === 0 && (a.dtype.letter !== 'V' || a.dtype.fields !== null)) {
    // The text of the element, which is another one than that of a record in an array.
    const o = scalarAt(vm, a, a.offset);
    try {
      return a.dtype.letter === 'S' ? vm.repr(o) : vm.str(o);
    } finally {
      vm.heap.decref(o);
    }
  }
  return array2string(vm, a, printState(vm).options, ' ', '');
}

/** `repr(a)` */
export function arrayRepr(vm: Machine, a: NdArray): string {
  const o = printState(vm).options;
  const record = a.type !== NdArrayType && a.dtype.record;
  const prefix = `${a.type === NdArrayType ? 'array' : record ? 'rec.array' : a.type.name}(`;
  const body = a.size === 0 ? '[]' : array2string(vm, a, { ...o, linewidth: o.linewidth - 1 }, ', ', prefix);
  const extras: string[] = [];
  if ((a.size === 0 && (a.ndim !== 1 || a.shape[0] !== 0)) || a.size > o.threshold)
    extras.push(`shape=${shapeText(a.shape).replaceAll(',', ', ').replace(', )', ',)')}`);
  const implied = a.dtype === Int64 || a.dtype === Float64 || a.dtype === Complex128 || a.dtype === Bool;
  if (!implied || a.size === 0) extras.push(`dtype=${shortDtype(vm, a.dtype)}`);
  if (extras.length === 0) return `${prefix}${body})`;
  const head = `${prefix}${body},`;
  const tail = `${extras.join(', ')})`;
  const last = head.length - (head.lastIndexOf('\n') + 1);
  const wraps = record || last + tail.length + 1 > o.linewidth;
  return head + (wraps ? `\n${' '.repeat(prefix.length)}` : ' ') + tail;
}

function shortDtype(vm: Machine, dtype: DType): string {
  const text = dtypeText(vm, dtype);
  return dtype.fields !== null || (dtype.letter !== 'U' && dtype.letter !== 'S' && dtype.letter !== 'V')
    ? text
    : `'${text}'`;
}

function array2string(vm: Machine, a: NdArray, o: PrintOptions, separator: string, prefix: string): string {
  if (a.size === 0) return '[]';
  const running = printState(vm).running;
  if (running.has(a)) return '...';
  running.add(a);
  try {
    const summary = a.size > o.threshold;
    chargeAxes(vm, a.ndim);
    const all = (place: number): Elem => read(a.dtype, a.buffer, offsetAt(a, place));
    chargePrinting(vm, shownOf(a.shape, summary ? o.edgeitems : a.size), a.ndim);
    const format = formatterOf(
      vm,
      a.dtype,
      shownPlaces(a.shape, summary ? o.edgeitems : a.size).map(all),
      a.ndim === 0,
      o,
    );
    return new Layout(a.shape, all, format, separator, o.edgeitems, summary).write(
      ' '.repeat(prefix.length + 1),
      o.linewidth,
    );
  } finally {
    running.delete(a);
  }
}

/** How many elements are written where each axis shows so many at each end. */
const shownOf = (shape: readonly number[], edge: number): number =>
  shape.reduce((product, n) => product * Math.min(n, 2 * edge + 1), 1);

/** Places in C order of the elements that are shown (_leading_trailing). */
function shownPlaces(shape: readonly number[], edge: number): number[] {
  let picked = [0];
  for (const n of shape) {
    const next: number[] = [];
    for (const base of picked)
      for (let i = 0; i < n; i++) {
        if (n > 2 * edge && i >= edge && i < n - edge) i = n - edge;
        next.push(base * n + i);
      }
    picked = next;
  }
  return picked;
}

/** Rows within rows, wrapped at the line width (_formatArray). */
class Layout {
  constructor(
    private readonly shape: readonly number[],
    private readonly all: (place: number) => Elem,
    private readonly format: Format,
    private readonly separator: string,
    private readonly edge: number,
    private readonly summary: boolean,
  ) {}

  write(indent: string, width: number): string {
    return this.rows(0, 0, indent, width);
  }

  private rows(axis: number, base: number, indent: string, width: number): string {
    if (axis === this.shape.length) return this.format(this.all(base));
    const n = this.shape[axis] as number;
    const cut = this.summary && 2 * this.edge < n;
    const inner = (i: number): string => this.rows(axis + 1, base * n + i, `${indent} `, width - 1);
    const indices: number[] = [];
    for (let i = 0; i < n; i++) {
      if (cut && i === this.edge) {
        indices.push(-1);
        i = n - this.edge;
      }
      indices.push(i);
    }
    const left = this.shape.length - axis;
    let s = '';
    if (left === 1) {
      const room = width - Math.max(this.separator.trimEnd().length, 1);
      let line = indent;
      indices.forEach((i, k) => {
        const words = i < 0 ? ['...'] : inner(i).split('\n');
        const longest = Math.max(...words.map((w) => w.length));
        let hang = ' '.repeat(line.length);
        if (line.length + longest > room && line.length > indent.length) {
          s += `${line.trimEnd()}\n`;
          line = indent;
          hang = indent;
        }
        line += words[0];
        for (const word of words.slice(1)) {
          s += `${line.trimEnd()}\n`;
          line = hang + word;
        }
        if (words.length > 1) line += ' '.repeat(longest - (words.at(-1) as string).length);
        if (k < indices.length - 1) line += this.separator;
      });
      s += line;
    } else {
      const between = this.separator.trimEnd() + '\n'.repeat(left - 1);
      indices.forEach((i, k) => {
        s += indent + (i < 0 ? '...' : inner(i)) + (k < indices.length - 1 ? between : '');
      });
    }
    return `[${s.slice(indent.length)}]`;
  }
}
