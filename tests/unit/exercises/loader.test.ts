import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadContent } from '@/lib/exercises/loader/load-content';
import { problemText } from '@/lib/exercises/loader/problem';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lastref-content-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const write = async (files: Record<string, string | Buffer>) => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
};

const choice = (id: string, more = '') => `id: ${id}
title: A title
kind: choice
concepts: [aliasing]
difficulty: 1
prompt: What is A?
ask: { value: A, step: 1 }
options: [1, 2]
explanation: Because.
${more}`;
const ids = ['3f0c7c1e-7d0e-4d57-9a6d-0f6f3f1c2a01', '3f0c7c1e-7d0e-4d57-9a6d-0f6f3f1c2a02'] as const;
const load = async () => {
  const content = await loadContent(root);
  return {
    exercises: content.exercises.map((one) => one.slug),
    quizzes: content.quizzes.map((one) => one.slug),
    problems: content.problems.map(problemText),
    present: content.present,
  };
};

it('loads what is right', async () => {
  await write({
    'names/one/exercise.yaml': choice(ids[0]),
    'names/one/snippet.py': '\uFEFFA = 1\r\n',
    'names/quiz.yaml': `id: ${ids[1]}\ntitle: Quiz\nitems: [{ exercise: names/one, points: 2 }]\n`,
  });
  const content = await loadContent(root);
  expect(content.problems).toEqual([]);
  expect(content.exercises[0]).toMatchObject({ slug: 'names/one', snippet: 'A = 1\n' });
  expect(content.quizzes[0]).toMatchObject({ slug: 'names', lessonSlug: null });
});

it('reports every error of every file at its line, and loads the rest', async () => {
  await write({
    'names/good/exercise.yaml': choice(ids[0]),
    'names/good/snippet.py': 'A = 1\n',
    'names/bad/exercise.yaml': choice('not-a-uuid', 'colour: red\n').replace(
      'difficulty: 1',
      'difficulty: 9',
    ),
    'names/bad/snippet.py': 'A = 1\n',
    'names/broken/exercise.yaml': 'title: [open\n',
    'names/broken/snippet.py': '',
    'names/kindless/exercise.yaml': choice(ids[1]).replace('kind: choice', 'kind: essay'),
    'names/kindless/snippet.py': 'A = 1\n',
    'names/empty/readme.txt': '',
    'names/quiz.yaml': `id: ${ids[1]}\ntitle: Quiz\nitems:\n  - { exercise: names/good, points: 0 }\n`,
  });
  const { exercises, problems, quizzes, present } = await load();
  expect(exercises).toEqual(['names/good']);
  expect(quizzes).toEqual([]);
  expect(present.exercises).toEqual([
    'names/bad',
    'names/broken',
    'names/empty',
    'names/good',
    'names/kindless',
  ]);
  expect(present.quizzes).toEqual(['names']);
  const at = (start: string) => problems.filter((problem) => problem.startsWith(start)).length;
  expect(at('names/bad/exercise.yaml:1:5: error: id: must be a UUID')).toBe(1);
  expect(at('names/bad/exercise.yaml:5:13: error: difficulty: ')).toBe(1);
  expect(at('names/bad/exercise.yaml:10:1: error: The key "colour" is not known here.')).toBe(1);
  expect(at('names/broken/exercise.yaml:')).toBeGreaterThan(0);
  expect(at('names/broken/snippet.py:1:1: error: The program is missing, empty')).toBe(1);
  expect(at('names/kindless/exercise.yaml:3:7: error: kind: kind must be one of: choice, trace-table')).toBe(
    1,
  );
  expect(at('names/empty/exercise.yaml:1:1: error: The file is missing.')).toBe(1);
  expect(at('names/empty/snippet.py:1:1: error')).toBe(1);
  expect(at('names/quiz.yaml:4:37: error: items.0.points')).toBe(1);
});

it('refuses a second file with the same id, and the same key twice', async () => {
  await write({
    'names/one/exercise.yaml': choice(ids[0]),
    'names/one/snippet.py': 'A = 1\n',
    'names/two/exercise.yaml': choice(ids[0]),
    'names/two/snippet.py': 'A = 1\n',
    'names/twice/exercise.yaml': choice(ids[1], 'title: Again\n'),
    'names/twice/snippet.py': 'A = 1\n',
  });
  const { exercises, problems } = await load();
  expect(exercises).toEqual([]);
  for (const [file, other] of [
    ['names/one', 'names/two'],
    ['names/two', 'names/one'],
  ]) {
    const said = `${file}/exercise.yaml:1:5: error: The id is that of ${other}/exercise.yaml as well`;
    expect(problems.filter((one) => one.startsWith(said))).toHaveLength(1);
  }
  expect(problems.some((one) => one.startsWith('names/twice/exercise.yaml:10:1: error'))).toBe(true);
});

it('refuses a second quiz of the same name: a lesson and a unit cannot both have it', async () => {
  const quiz = (id: string) => `id: ${id}\ntitle: Quiz\nitems: [{ exercise: names/one, points: 2 }]\n`;
  await write({ 'lessons/names/quiz.yaml': quiz(ids[0]), 'names/quiz.yaml': quiz(ids[1]) });
  const { quizzes, problems } = await load();
  expect(quizzes).toEqual(['names']);
  expect(problems.filter((one) => one.includes('quiz'))).toEqual([
    'names/quiz.yaml:1:1: error: A lesson and a unit are both called names, and each has a quiz; rename one folder.',
  ]);
});

it('does not let a small file grow by aliases', async () => {
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
  for (const [name, from] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg'].map((pair) => [...pair])) {
    bomb.push(`${name}: &${name} [${Array(9).fill(`*${from}`).join(',')}]`);
  }
  await write({ 'names/bomb/exercise.yaml': bomb.join('\n'), 'names/bomb/snippet.py': 'A = 1\n' });
  expect((await load()).problems).toEqual([
    'names/bomb/exercise.yaml:1:1: error: Excessive alias count indicates a resource exhaustion attack',
  ]);
});

it('refuses an exercise that is called quiz: the quiz of its unit has that page', async () => {
  await write({ 'names/quiz/exercise.yaml': choice(ids[0]), 'names/quiz/snippet.py': 'A = 1\n' });
  const { exercises, problems, present } = await load();
  expect(exercises).toEqual([]);
  expect(present.exercises).toEqual(['names/quiz']);
  expect(problems).toEqual([
    'names/quiz/exercise.yaml:1:1: error: An exercise cannot be called quiz; rename its folder.',
  ]);
});

it('refuses what is no text file, at its place, and loads the rest', async () => {
  const latin = Buffer.from(choice(ids[1]).replace('title: A title', 'title: Na\u00efve'), 'latin1');
  await write({
    'names/good/exercise.yaml': choice(ids[0]).replaceAll('\n', '\r\n'),
    'names/good/snippet.py': 'A = 1\r\n',
    'names/latin/exercise.yaml': latin,
    'names/latin/snippet.py': 'A = 1\n',
    'names/folder/exercise.yaml/inside.txt': '',
    'names/folder/snippet.py': 'A = 1\n',
    'names/huge/exercise.yaml': choice(ids[1]),
    'names/huge/snippet.py': `A = 1\n${'#'.repeat(300_000)}`,
    'names/null/exercise.yaml': choice(ids[1]),
    'names/null/snippet.py': 'A = 1\nB =\0 2\n',
    'names/escaped/exercise.yaml': choice(ids[1])
      .replace('prompt: What', 'prompt: "\\0What')
      .replace('A?', 'A?"'),
    'names/escaped/snippet.py': 'A = 1\n',
    'names/half/exercise.yaml': choice(ids[1]).replace('What is A?', '"\\uD800"'),
    'names/half/snippet.py': 'A = 1\n',
    'names/deep/exercise.yaml': `title: ${'['.repeat(100_000)}`,
    'names/deep/snippet.py': 'A = 1\n',
    'names/tabs/exercise.yaml': choice(ids[1]).replace('title: A title', 'title:\n\tA title\n\tmore: 1'),
    'names/tabs/snippet.py': 'A = 1\n',
    'names/quiz.yaml': Buffer.from([0xff, 0xfe, 0x00]),
  });
  await symlink('/dev/zero', join(root, 'names/good/spare'));
  await symlink(join(root, 'names/good'), join(root, 'names/linked'));
  const { exercises, problems, present } = await load();
  expect(exercises).toEqual(['names/good']);
  expect(present.quizzes).toEqual(['names']);
  const deep = problems.filter((one) => one.startsWith('names/deep/'));
  expect(deep.every((one) => /^names\/deep\/exercise\.yaml:1:\d+: error: /.test(one))).toBe(true);
  expect(deep.length).toBeLessThan(25);
  expect(problems.filter((one) => !/^names\/(tabs|deep)\//.test(one))).toEqual([
    'names/linked:1:1: error: This is a link; content is read only where it stands.',
    'names/escaped/exercise.yaml:6:9: error: A null character or half a surrogate pair is no text.',
    'names/folder/exercise.yaml:1:1: error: This must be a file of its own, no folder, link or device.',
    'names/half/exercise.yaml:6:9: error: A null character or half a surrogate pair is no text.',
    'names/huge/snippet.py:1:1: error: The file is larger than 256 KiB.',
    'names/latin/exercise.yaml:2:10: error: The file is not UTF-8 here.',
    'names/null/snippet.py:2:4: error: A null character stands here.',
    'names/quiz.yaml:1:1: error: The file is not UTF-8 here.',
  ]);
  expect(problems.find((one) => one.startsWith('names/tabs/'))).toMatch(
    /^names\/tabs\/exercise\.yaml:[34]:\d+: error: /,
  );
});
