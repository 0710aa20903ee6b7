/** The recorded programs: source and trace, from CPython 3.11 and NumPy 2.4. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { RecordedTrace } from './compare';

export interface Program {
  readonly id: string;
  readonly src: string;
  readonly trace: RecordedTrace;
}

/**
 * `modules`: programs that use the library's modules; `snippets`: short ones of every kind, and generated ones of classes;
 * `arrays`: every part of NumPy, by hand and generated; `calls`: one call of NumPy each, whole programs of its kinds, and
 * generated ones of views, ufuncs, indexing and assignment; `practice`: generated for practice (lib/exercises/practice);
 * `teaching`: programs as teachers and students write them, and each common error uncaught, kept, and in a generator;
 * `names`: names that objects of JavaScript have (`__proto__`, `constructor`, `toString` …) as names, attributes, keys, fields …;
 * `students`: what students bring from other courses (annotations, powers, modules), and what is still refused of it;
 * `everyday`: one program for each thing that a course teaches, of the language and of NumPy, with its errors;
 * `counts`: what `sys.getrefcount` prints in functions, and in the methods that CPython's own code calls;
 * `tangled`: generated ones of classes, generators, handlers and `with`, nested in each other.
 */
export type SetName = (typeof SETS)[number];

export const SETS = [
  'corpus',
  'fuzz',
  'memory',
  'modules',
  'language',
  'snippets',
  'arrays',
  'calls',
  'practice',
  'teaching',
  'students',
  'names',
  'everyday',
  'counts',
  'tangled',
] as const;

/** Every program of a set. */
export function programs(set: SetName): Program[] {
  const packed = readFileSync(new URL(`${set}.jsonl.gz`, import.meta.url));
  const lines = gunzipSync(packed).toString('utf8').split('\n');
  return lines.filter(Boolean).map((line) => {
    const row = JSON.parse(line) as { id: string | number; src: string; trace: RecordedTrace };
    return { id: `${set}:${row.id}`, src: row.src, trace: row.trace };
  });
}
