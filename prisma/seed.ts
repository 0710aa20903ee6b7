import { join } from 'node:path';
import { syncContent } from '@/lib/classroom/content/commands';
import { problemText } from '@/lib/exercises/loader/problem';
import { closeRunner } from '@/lib/exercises/runner';
import { makeDemoCourse } from './demo/course';
import type { DemoAccount } from './demo/people';

/** What the start says after the contents are in the database. */
export interface SeedReport {
  /** One short line, such as "7 unchanged". */
  readonly exercises: string;
  readonly demo: string;
  /** The accounts of the demo course. */
  readonly accounts: readonly DemoAccount[];
}

/**
 * Brings the exercises of the folder `exercises` into the database and, where asked for, makes the demo course.
 * It may be run at every start: what is there already stays as it is. What is wrong in a content file is
 * printed with its place, and the rest is loaded.
 */
export async function seed(options: { root: string; demo: boolean }): Promise<SeedReport> {
  try {
    const report = await syncContent(join(options.root, 'exercises'));
    for (const problem of report.problems) console.error(`exercises/${problemText(problem)}`);
    const counts = { written: report.written, unchanged: report.unchanged, retired: report.retired };
    const words = Object.entries({ ...counts, problems: report.problems.length })
      .filter(([, count]) => count > 0)
      .map(([what, count]) => `${count} ${what}`);
    const accounts = options.demo ? await makeDemoCourse() : [];
    return {
      exercises: words.join(', '),
      demo: accounts.length > 0 ? 'demo course ready' : 'no demo course',
      accounts,
    };
  } finally {
    await closeRunner();
  }
}
