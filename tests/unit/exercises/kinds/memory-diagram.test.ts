import { describe, expect, it } from 'vitest';
import type { MemoryDiagramAnswer } from '@/lib/exercises/kinds/memory-diagram/schema';
import { asked, faultsOf } from './make';

const program = 'a = [1]\nb = a\nc = [a, [2]]\nd = 5\ndel b\n';
const question = asked({ kind: 'memory-diagram', after: 'end' }, program);
const list = (id: string, slots: Record<string, string> = {}) => ({
  id,
  type: 'list' as const,
  buffer: null,
  slots: Object.fromEntries(Object.entries(slots).map(([slot, object]) => [slot, { object }])),
});
const draw = (names: MemoryDiagramAnswer['names'], ...objects: MemoryDiagramAnswer['objects']) => ({
  kind: 'memory-diagram' as const,
  names,
  objects,
});
const right = draw(
  { d: { value: '5' }, c: { object: 'outer' }, a: { object: 'one' }, b: null },
  list('other'),
  list('outer', { 0: 'one', 1: 'other' }),
  list('one'),
);

describe('a drawing', () => {
  it('is compared up to renaming', () => {
    expect(question.points(right)).toBe(10);
  });
  it('is wrong where a name refers to a copy', () => {
    const copied = draw(
      right.names,
      list('other'),
      list('outer', { 0: 'copy', 1: 'other' }),
      list('one'),
      list('copy'),
    );
    expect(question.states(copied)).toEqual({
      'name.a': 'correct',
      'name.b': 'correct',
      'name.c': 'correct',
      'name.d': 'correct',
      'slot.o2.0': 'wrong',
      'slot.o2.1': 'correct',
    });
  });
  it('finds the reading that says most of the truth', () => {
    // The first name alone is wrong: the other two tell which box is meant.
    const names = asked({ kind: 'memory-diagram', after: 'end' }, 'x = []\ny = x\nz = x\n');
    const drawn = draw({ x: { object: 'p' }, y: { object: 'q' }, z: { object: 'q' } }, list('p'), list('q'));
    expect(names.states(drawn)).toEqual({ 'name.x': 'wrong', 'name.y': 'correct', 'name.z': 'correct' });
  });
  it('gives nothing where every name refers to one object', () => {
    const one = { object: 'one' };
    expect(question.points(draw({ a: one, b: one, c: one, d: one }, list('one')))).toBe(0);
  });
  it('tells blank from not defined', () => {
    expect(question.states(draw({ a: { object: 'one' } }, list('one')))).toMatchObject({
      'name.a': 'correct',
      'name.b': 'blank',
      'slot.o2.0': 'blank',
    });
  });
  it('knows buffers and bases', () => {
    const views = asked(
      { kind: 'memory-diagram', after: 'end' },
      'import numpy as np\na = np.arange(4)\nv = a[1:]\nc = v.copy()\n',
    );
    const array = (id: string, buffer: string | null, base?: string) => ({
      id,
      type: 'array' as const,
      buffer,
      slots: base === undefined ? {} : { base: { object: base } },
    });
    const names = { a: { object: '1' }, v: { object: '2' }, c: { object: '3' } };
    expect(views.points(draw(names, array('1', 'B'), array('2', 'B', '1'), array('3', null)))).toBe(10);
    const copies = views.states(draw(names, array('1', null), array('2', null), array('3', null)));
    expect(copies).toMatchObject({ 'buffer.o1': 'wrong', 'buffer.o2': 'wrong', 'buffer.o3': 'correct' });
    expect(copies['slot.o2.base']).toBe('blank');
  });
  it('is marked quickly, however it is drawn', () => {
    const names = Object.fromEntries(['a', 'b', 'c'].map((name) => [name, { object: 'x1' }]));
    const objects = Array.from({ length: 16 }, (_, n) =>
      list(
        `x${n}`,
        Object.fromEntries(Array.from({ length: 16 }, (_, slot) => [slot, `x${(n + slot) % 16}`])),
      ),
    );
    const start = performance.now();
    question.marks(draw(names, ...objects));
    expect(performance.now() - start).toBeLessThan(1000);
  });
  it('is refused for steps and names that are not there, and for states without an object', () => {
    expect(faultsOf({ kind: 'memory-diagram', after: 9 }, program)).toEqual(['The program has no step 9.']);
    expect(faultsOf({ kind: 'memory-diagram', after: 'end', names: ['q'] }, program)[0]).toContain(
      'never bound',
    );
    expect(faultsOf({ kind: 'memory-diagram', after: 'end' }, 'a = 1\n')).toEqual([
      'No name refers to an object.',
    ]);
  });
});
