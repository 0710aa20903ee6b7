/** Content files of a test's own, to be corrected and loaded again. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { syncContent } from '@/lib/classroom/content/commands';

export class Corrections {
  private constructor(readonly folder: string) {}

  /** A copy of these folders of the catalogue, loaded. */
  static async of(parts: readonly string[]): Promise<Corrections> {
    const made = new Corrections(await mkdtemp(join(tmpdir(), 'lastref-regrade-')));
    for (const part of parts) await cp(join('exercises', part), join(made.folder, part), { recursive: true });
    await made.load();
    return made;
  }

  /** Changes a file and loads it: the corrected revision. */
  async correct(file: string, ...changes: readonly [from: string, to: string][]): Promise<void> {
    const path = join(this.folder, file);
    let text = await readFile(path, 'utf8');
    for (const [from, to] of changes) {
      expect(text).toContain(from);
      text = text.replace(from, to);
    }
    await writeFile(path, text);
    await this.load();
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true });
  }

  private async load(): Promise<void> {
    const { problems } = await syncContent(this.folder);
    expect(problems).toEqual([]);
  }
}
