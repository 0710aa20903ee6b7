import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { largestArchive, readArchive } from '@/lib/classroom/authoring/archive/read-archive';
import { writeArchive } from '@/lib/classroom/authoring/archive/write-archive';
import { readImport } from '@/lib/classroom/authoring/import/read-import';
import { table } from './drafts';

const files = (folder: string, draft = table()): Zippable => ({
  [`${folder}exercise.yaml`]: strToU8(draft.yaml),
  [`${folder}snippet.py`]: strToU8(draft.snippet),
});
const told = (bytes: Uint8Array) => {
  const { problems, folders } = readImport(bytes);
  return [...problems, ...folders.flatMap((one) => one.problems)].map(
    ({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`,
  );
};
/** Puts other bytes wherever these stand. */
function patched(bytes: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) copy.set(to, at);
  return new Uint8Array(copy);
}

describe('an archive of exercises', () => {
  it('is read wherever its folders stand, with what else is in it left out', () => {
    const other = table({ yaml: (text) => text.replace('1111', '2222') });
    const bytes = zipSync({
      ...files('exercises/names/two-names/'),
      ...files('', other),
      'exercises/names/quiz.yaml': strToU8('id: x'),
      'exercises/lessons/one/snippet.py': strToU8('a = 1'),
      'exercises/lessons/one/lesson.yaml': strToU8('title: one'),
      '__MACOSX/exercises/names/two-names/._exercise.yaml': strToU8('x'),
      'exercises/.DS_Store': strToU8('x'),
    });
    const { folders, ignored, problems } = readImport(bytes);
    expect(problems).toEqual([]);
    expect(folders.map(({ path, folder, exercise }) => [path, folder, exercise?.title])).toEqual([
      ['', null, 'Two names'],
      ['exercises/names/two-names/', 'names/two-names', 'Two names'],
    ]);
    expect(ignored).toEqual([
      'exercises/lessons/one/lesson.yaml',
      'exercises/lessons/one/snippet.py',
      'exercises/names/quiz.yaml',
    ]);
  });

  it('is the same bytes for the same files, and gives them back', () => {
    const written = [
      { path: 'a/b/exercise.yaml', text: 'é # „x“\n' },
      { path: 'a/b/snippet.py', text: 'x = 1\n' },
    ];
    expect(writeArchive(written)).toEqual(writeArchive(written));
    expect(readArchive(writeArchive(written)).files).toEqual(written);
  });

  it('takes a byte order mark and other ends of lines', () => {
    const draft = table();
    const bytes = zipSync({
      'u/e/exercise.yaml': strToU8(`\uFEFF${draft.yaml.replaceAll('\n', '\r\n')}`),
      'u/e/snippet.py': strToU8(draft.snippet.replaceAll('\n', '\r')),
    });
    const plain = readImport(zipSync(files('u/e/')));
    expect(readImport(bytes).folders[0]?.exercise).toEqual(plain.folders[0]?.exercise);
  });

  it('tells what is wrong with a file at its line and column', () => {
    const broken = table({ yaml: (text) => text.replace('difficulty: 1', 'difficulty: 9') });
    expect(told(zipSync(files('u/e/', broken)))).toEqual([
      expect.stringMatching(/^u\/e\/exercise\.yaml:5:13: difficulty: /),
    ]);
    expect(told(zipSync({ 'u/e/exercise.yaml': strToU8(table().yaml) }))).toEqual([
      'u/e/snippet.py:1:1: The file is missing.',
    ]);
    const latin = new Uint8Array([...strToU8('# \n# '), 0xe9, ...strToU8('\n')]);
    expect(told(zipSync({ ...files('u/e/'), 'u/e/exercise.yaml': latin }))).toEqual([
      'u/e/exercise.yaml:2:3: The file is not UTF-8 here.',
    ]);
    expect(told(zipSync({ ...files('u/e/'), 'u/e/snippet.py': strToU8('a = "\0"') }))).toEqual([
      'u/e/snippet.py:1:6: A null character stands here.',
    ]);
    expect(told(zipSync({ ...files('u/e/'), 'u/e/snippet.py': strToU8(`#${'x'.repeat(20_000)}`) }))).toEqual([
      'u/e/snippet.py:1:1: The file has more than 20000 characters.',
    ]);
  });

  it('takes neither of two exercises with one id', () => {
    const bytes = zipSync({
      ...files('u/e/'),
      ...files('u/f/', table({ yaml: (text) => text.replace('Two', 'Three') })),
    });
    expect(readImport(bytes).folders.map(({ exercise }) => exercise)).toEqual([null, null]);
    expect(told(bytes)[0]).toMatch(
      /^u\/e\/exercise\.yaml:1:5: The id is that of u\/f\/exercise\.yaml as well/,
    );
  });

  it('refuses a file that is a link', () => {
    const link = (target: string): Zippable => ({
      'u/e/exercise.yaml': [strToU8(target), { os: 3, attrs: 0o120777 << 16 }],
    });
    expect(told(zipSync({ ...files('u/e/'), ...link('/etc/passwd') }))).toEqual([
      'u/e/exercise.yaml:1:1: This is a link; put the file itself in.',
    ]);
  });

  it('refuses a file that is encrypted', () => {
    const bytes = zipSync({ 'u/e/snippet.py': strToU8('x'), 'u/e/exercise.yaml': strToU8('y') });
    // The flags of an entry of the directory stand eight bytes behind its signature.
    const signature = Uint8Array.of(0x50, 0x4b, 1, 2);
    const at = Buffer.from(bytes).indexOf(signature);
    const flagged = new Uint8Array(bytes);
    flagged[at + 8] = 1;
    expect(told(flagged)).toContain('u/e/snippet.py:1:1: This file is encrypted.');
  });
});

describe('an archive that means harm', () => {
  it.each([
    ['leads up', '../e/exercise.yaml'],
    ['leads up within', 'u/../../e/exercise.yaml'],
    ['begins at the root', '/etc/exercise.yaml'],
    ['names a drive', 'C:/u/e/exercise.yaml'],
    ['leads up elsewhere', 'u\\..\\..\\exercise.yaml'],
    ['leads up beside the exercises', '../../notes.txt'],
  ])('is refused where a path %s', (_, path) => {
    const { files: read, problems } = readArchive(zipSync({ ...files('u/e/'), [path]: strToU8('x') }));
    expect(read).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({ message: expect.stringContaining('leads out of it') }),
    ]);
  });

  it('is refused before it is unpacked where that would be large', () => {
    const zeros = new Uint8Array(9_000_000);
    const bomb = zipSync({ 'a/b/exercise.yaml': zeros, 'a/c/exercise.yaml': zeros });
    expect(bomb.byteLength).toBeLessThan(50_000);
    expect(told(bomb)).toEqual(['the archive:1:1: The archive has more than 16 MB when it is unpacked.']);
  });

  it('is refused where a size is not what it says', () => {
    const text = strToU8('x'.repeat(300_000));
    const honest = zipSync({ 'a/b/exercise.yaml': text });
    const size = (bytes: number) => new Uint8Array(new Uint32Array([bytes]).buffer);
    for (const lie of [10, 299_999, 300_001, 4_000_000_000]) {
      const [problem, ...more] = told(patched(honest, size(300_000), size(lie)));
      expect(problem, String(lie)).toMatch(/^the archive:1:1: The archive (is damaged|has more than 16 MB)/);
      expect(more).toEqual([]);
    }
  });

  it('is refused where it has too many files, or two of one name', () => {
    const many = Object.fromEntries(Array.from({ length: 4001 }, (_, n) => [`${n}.txt`, new Uint8Array()]));
    expect(told(zipSync(many))).toEqual([
      'the archive:1:1: The archive has more than 4000 files and folders.',
    ]);
    const twice = patched(zipSync({ ...files('u/e/'), ...files('u/f/') }), strToU8('u/f/'), strToU8('u/e/'));
    expect(told(twice)).toEqual([
      'the archive:1:1: The archive has two files with one name: u/e/exercise.yaml',
    ]);
    const exercises = Object.assign({}, ...Array.from({ length: 301 }, (_, n) => files(`u/e${n}/`)));
    expect(told(zipSync(exercises))).toEqual([
      'the archive:1:1: The archive has 301 exercises; 300 at a time are taken.',
    ]);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', strToU8('id: 1\n')],
    ['the half of one', zipSync(files('u/e/')).slice(0, 200)],
    ['one without its beginning', zipSync(files('u/e/')).slice(100)],
    ['another kind', Uint8Array.of(0x1f, 0x8b, 8, 0, ...Array(40).fill(0))],
  ])('is refused where it is none: %s', (_, bytes) => {
    expect(told(bytes)).toEqual([expect.stringMatching(/no ZIP archive|damaged/)]);
  });

  it('is refused where it is larger than an archive may be, or empty', () => {
    expect(told(new Uint8Array(largestArchive + 1))).toEqual([
      'the archive:1:1: The file is larger than 2 MB.',
    ]);
    expect(told(zipSync({ 'readme.txt': strToU8('x') }))).toEqual([
      expect.stringContaining('There is no exercise in it'),
    ]);
  });

  it('is refused or read, and never throws, whichever byte of it is another', () => {
    const bytes = zipSync(files('u/e/'));
    for (let at = 0; at < bytes.byteLength; at += 1) {
      const other = new Uint8Array(bytes);
      other[at] = (other[at] ?? 0) ^ 0xff;
      expect(() => readImport(other), `byte ${at}`).not.toThrow();
    }
  });
});
