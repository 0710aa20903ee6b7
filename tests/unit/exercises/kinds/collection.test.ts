import { describe, expect, it } from 'vitest';
import { asked, faultsOf } from './make';

// Counted by hand: 1 class body, 2 class, 3 a, 4 b, 5 a.next, 6 b.next, 7 c, 8 del a, 9 del b, 10 c, 11 collect.
const program = `import gc
class Node:
    pass
a = Node()
b = Node()
a.next = b
b.next = a
c = [1]
del a
del b
c = 0
gc.collect()
`;
const question = asked(
  { kind: 'collection', objects: ['a', 'c', { of: { line: 5 }, label: 'the other' }] },
  program,
);
const answer = (...cells: [when: string, how: string][]) => ({
  kind: 'collection' as const,
  cells: Object.fromEntries(
    cells.flatMap(([when, how], index) => [
      [`${index + 1}.when`, when],
      [`${index + 1}.how`, how],
    ]),
  ),
});

describe('when and by what objects are freed', () => {
  it('is told by the trace: a cycle by the collector, a list by its count', () => {
    expect(question.key.objects.map(({ step, by }) => [step, by])).toEqual([
      [11, 'gc'],
      [10, 'rc'],
      [11, 'gc'],
    ]);
  });

  it('is read in many words', () => {
    const written = answer(['11', 'by the collector'], ['step 10', 'reference count'], ['at step 11', 'gc']);
    expect(question.points(written)).toBe(10);
  });

  it('marks "freed by del" wrong at its step, with what happened; that the count does it follows', () => {
    const marks = question.marks(answer(['8', 'count'], ['10', 'count'], ['9', 'count']));
    expect(marks.cells.map((cell) => cell.state)).toEqual([
      'wrong',
      'consistent',
      'correct',
      'correct',
      'wrong',
      'consistent',
    ]);
    // One word for all three says nothing: only the step of the list counts, 1 of 4.5.
    expect(marks.points).toBe(2.22);
    expect(marks.cells[1]?.reason).toContain('the step 8 that you wrote, which does not run the collector');
    expect(marks.cells[0]?.reason).toContain('runs the collector');
    expect(marks.cells[2]?.reason).toContain('`c = 0`, takes the last reference');
  });

  it('gives half of what frees an object where it follows from a wrong step', () => {
    const marks = question.marks(answer(['8', 'count'], ['11', 'collector'], ['11', 'collector']));
    expect(marks.cells.map((cell) => cell.state)).toEqual([
      'wrong',
      'consistent',
      'wrong',
      'consistent',
      'correct',
      'correct',
    ]);
    // 1.5 for the third, ¼ for each that follows: 2 of 4.5.
    expect(marks.points).toBe(4.44);
    const never = question.marks(answer(['never', 'never'], ['10', 'count'], ['11', 'collector']));
    expect(never.cells.slice(0, 2).map((cell) => cell.state)).toEqual(['wrong', 'wrong']);
    const nowhere = question.marks(answer(['99', 'count'], ['10', 'count'], ['11', 'collector']));
    expect(nowhere.cells[1]?.state).toBe('wrong');
  });

  it('takes never in one of the two cells for both', () => {
    const states = question.states({ kind: 'collection', cells: { '1.when': 'never' } });
    expect(states).toMatchObject({ '1.when': 'wrong', '1.how': 'wrong', '2.when': 'blank' });
  });

  it('gives nothing for one answer to everything', () => {
    expect(question.points(answer(['11', 'gc'], ['11', 'gc'], ['11', 'gc']))).toBe(0);
    expect(question.points(answer(['never', ''], ['never', ''], ['never', '']))).toBe(0);
  });

  it('sends back what it cannot read', () => {
    const parts = question.unreadable(answer(['soon', 'magic'], ['10', ''], ['', '']));
    expect(parts.map((part) => part.cell)).toEqual(['1.when', '1.how']);
  });

  it('says never where something still refers to the object', () => {
    const kept = asked({ kind: 'collection', objects: ['a'] }, 'a = [1]\nb = [a]\ndel a\n');
    expect(kept.key.objects[0]).toMatchObject({ step: null, by: 'never' });
    expect(kept.key.objects[0]?.reason).toContain('b[0]');
    expect(kept.points({ kind: 'collection', cells: { '1.how': 'never' } })).toBe(10);
  });

  it('refuses objects that are not there, or twice', () => {
    expect(faultsOf({ kind: 'collection', objects: ['z'] }, 'a = [1]\n')[0]).toContain('no such object');
    expect(faultsOf({ kind: 'collection', objects: ['a', 'b'] }, 'a = [1]\nb = a\n')[0]).toContain('as well');
  });
});
