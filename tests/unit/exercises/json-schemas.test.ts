import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { jsonSchemas } from '@/lib/exercises/json-schemas/build';

it('stand beside the content files as they are now: npm run exercises:schema writes them', async () => {
  const schemas = [...jsonSchemas()];
  expect(schemas.map(([file]) => file)).toEqual([
    'exercise.schema.json',
    'lesson.schema.json',
    'quiz.schema.json',
  ]);
  for (const [file, text] of schemas) expect(await readFile(`exercises/${file}`, 'utf8')).toBe(text);
});

it('know every kind, and let placeholders stand for numbers and names', () => {
  const text = jsonSchemas().get('exercise.schema.json') ?? '';
  for (const kind of [
    'choice',
    'trace-table',
    'collection',
    'output',
    'memory-diagram',
    'program',
    'order',
  ]) {
    expect(text).toContain(`"const": "${kind}"`);
  }
  expect(text).toContain('\\\\{\\\\{[^{}]+\\\\}\\\\}');
});
