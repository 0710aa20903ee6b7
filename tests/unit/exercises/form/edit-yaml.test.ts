import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Edit, editYaml } from '@/lib/exercises/form/edit-yaml';

const file = `# yaml-language-server: $schema=../../exercise.schema.json
id: 28b2ce8c-60dd-49f7-a406-43289aa9f5d7
title: 'Two names' # quoted
# about the kind
kind: trace-table

concepts: [names, aliasing]
prompt: >
  What is there
  to see?
columns:
  # the first
  - { value: A } # its value
  - count: A
    label: how many

# ours
later: [ 1,2 ]
explanation: |
  # Not a comment.

  The end.
`;

const edited = (...edits: Edit[]) => editYaml(file, edits) ?? 'null';

describe('an edit changes the lines of its key alone', () => {
  test('a text, with its quotes and its comment', () => {
    expect(edited({ set: ['title'], to: 'One name' })).toBe(
      file.replace("'Two names' # quoted", "'One name' # quoted"),
    );
  });

  test('a list in brackets, written close', () => {
    expect(edited({ insert: ['concepts'], at: 2, item: 'del' })).toBe(
      file.replace('[names, aliasing]', '[names, aliasing, del]'),
    );
  });

  test('an item of a list, its comments with it', () => {
    expect(edited({ move: ['columns'], from: 1, to: 0 })).toBe(
      file.replace(
        '  # the first\n  - { value: A } # its value\n  - count: A\n    label: how many\n',
        '  # the first\n  - count: A\n    label: how many\n  - { value: A } # its value\n',
      ),
    );
  });

  test('a text of several lines becomes a block', () => {
    expect(edited({ set: ['explanation'], to: 'One.\n\nTwo.\n' })).toBe(
      file.replace('  # Not a comment.\n\n  The end.\n', '  One.\n\n  Two.\n'),
    );
  });

  test('a new key stands in its place, before the comments of the next', () => {
    expect(edited({ set: ['difficulty'], to: 3 })).toBe(
      file.replace('[names, aliasing]\n', '[names, aliasing]\ndifficulty: 3\n'),
    );
    expect(edited({ set: ['given'], to: ['1.*'] })).toBe(
      file.replace('    label: how many\n', '    label: how many\ngiven: [1.*]\n'),
    );
    expect(edited({ insert: ['hints'], at: 0, item: { text: 'Look.', step: 2 } })).toBe(
      file.replace('    label: how many\n', '    label: how many\nhints:\n  - { text: Look., step: 2 }\n'),
    );
  });

  test('a key is taken away, what is written around it stays', () => {
    expect(edited({ remove: ['columns'] })).toBe(file.replace(/columns:[\s\S]*how many\n/, ''));
  });
});

test('several edits are done one after the other', () => {
  const done = edited(
    { set: ['kind'], to: 'output' },
    { remove: ['columns'] },
    { set: ['given'], to: [1] },
    { set: ['columns'], to: [{ value: 'B' }] },
  );
  expect(parse(done)).toMatchObject({ kind: 'output', given: [1], columns: [{ value: 'B' }] });
});

test('what is no mapping is left alone; an empty file becomes one', () => {
  expect(editYaml('a: [', [{ set: ['a'], to: 1 }])).toBeNull();
  expect(editYaml('- 1\n', [{ set: ['a'], to: 1 }])).toBeNull();
  expect(editYaml('a: &x 1\nb: *x\n', [{ remove: ['a'] }])).toBeNull();
  expect(editYaml('', [{ set: ['title'], to: 'A' }])).toBe('title: A\n');
  expect(editYaml('# only this\n', [{ set: ['title'], to: 'A' }])).toBe('# only this\ntitle: A\n');
});

test('a file in braces is written anew, and says the same', () => {
  expect(parse(editYaml('{ a: 1, b: [2] }', [{ set: ['b', 0], to: 3 }]) ?? '')).toEqual({ a: 1, b: [3] });
});

/** The content as it is: each key of each file is changed in turn. */
const files = readdirSync('exercises', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('/exercise.yaml'))
  .map((path) => [path, readFileSync(`exercises/${path}`, 'utf8')] as const);

test('whatever is changed in a file of the catalogue, the rest of it is the same to the byte', {
  timeout: 60_000,
}, () => {
  expect(files.length).toBeGreaterThan(100);
  for (const [i, [path, text]] of files.entries()) {
    const keys = Object.keys(parse(text));
    // One key of each file: all of them, over so many files.
    for (const key of [keys[i % keys.length] ?? '']) {
      const before = parse(text);
      const changed = editYaml(text, [{ set: [key], to: 'another' }]) ?? '';
      expect(parse(changed), `${path} ${key}`).toEqual({ ...before, [key]: 'another' });
      const start = new RegExp(`^${key}:`, 'm').exec(text)?.index ?? 0;
      expect(changed.slice(0, start), `${path} ${key}`).toBe(text.slice(0, start));
      const rest = /\n[a-z]\w*:/i.exec(text.slice(start));
      const after = rest ? text.slice(start + rest.index) : '';
      expect(changed.endsWith(after), `${path} ${key}`).toBe(true);
      // Written again as it was, a key says what it said.
      expect(parse(editYaml(text, [{ set: [key], to: before[key] }]) ?? ''), path).toEqual(before);
    }
  }
});
