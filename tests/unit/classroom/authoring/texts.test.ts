import { describe, expect, it } from 'vitest';
import { copyOf, withId } from '@/lib/classroom/authoring/core/copy';
import { describeDraft } from '@/lib/classroom/authoring/core/describe';
import { folderName, folderOf, freeFolder } from '@/lib/classroom/authoring/core/folder-name';
import { readDraft } from '@/lib/classroom/authoring/core/read-draft';
import { exerciseId, table } from './drafts';

const other = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

describe('a copy', () => {
  it('differs by id and title alone, and keeps comments', () => {
    const source = table({
      yaml: (text) => `# by hand\n${text.replace('difficulty: 1', 'difficulty: 1 # easy')}`,
    });
    const copy = copyOf(source, other);
    expect(copy.yaml).toContain('# by hand\n');
    expect(copy.yaml).toContain('difficulty: 1 # easy');
    const [before, after] = [readDraft(source).content, readDraft(copy).content];
    expect(after).toEqual({
      ...before,
      exercise: { ...before?.exercise, id: other, title: 'Two names (copy)' },
    });
  });

  it('has a title that fits, however long the first one is', () => {
    const long = table({ yaml: (text) => text.replace('Two names', 'x'.repeat(200)) });
    expect(readDraft(copyOf(long, other)).content?.exercise.title).toBe(`${'x'.repeat(193)} (copy)`);
  });

  it('with another id says the same but for that', () => {
    expect(readDraft(withId(table(), other)).content?.exercise).toEqual({
      ...readDraft(table()).content?.exercise,
      id: other,
    });
  });
});

describe('what a draft is', () => {
  it('is told of one with errors as far as it can be read', () => {
    expect(describeDraft(table())).toMatchObject({
      title: 'Two names',
      kind: 'trace-table',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(describeDraft(table({ yaml: () => `id: ${exerciseId}\ntitle: Half\nkind: sonnet\n` }))).toEqual({
      title: 'Half',
      kind: null,
      hash: null,
    });
    expect(describeDraft(table({ yaml: () => '['.repeat(9000) }))).toEqual({
      title: '',
      kind: null,
      hash: null,
    });
  });

  it('does not depend on comments, on the order of keys and on how values are written', () => {
    const lines = table().yaml.split('\n');
    const [id, title, ...rest] = lines;
    const shuffled = ['# comment', title?.replace('Two names', '"Two names"'), id, ...rest].join('\n');
    expect(describeDraft(table({ yaml: () => shuffled })).hash).toBe(describeDraft(table()).hash);
  });
});

describe('the folder of an exercise', () => {
  it('is its first concept and its title, in small letters', () => {
    const content = readDraft(table()).content;
    if (content === null) throw new Error('the draft can be read');
    expect(folderOf(content)).toBe('names/two-names');
    expect(folderName('  Señor & Größe: 3× ')).toBe('senor-grosse-3');
    expect(folderName('数')).toBe('exercise');
    expect(folderName('x'.repeat(99))).toHaveLength(60);
    const special = { ...content, exercise: { ...content.exercise, title: 'Quiz', concepts: ['lessons'] } };
    expect(folderOf(special)).toBe('lessons-1/quiz-1');
  });

  it('is one that is free', () => {
    const taken = new Set(['a/b', 'a/b-2']);
    expect(freeFolder('a/b', (folder) => taken.has(folder))).toBe('a/b-3');
  });
});
