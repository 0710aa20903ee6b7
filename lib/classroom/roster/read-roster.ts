import { CsvError, type Info, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { normalEmail } from '@/lib/auth/viewer';
import { valueOfCell } from '@/lib/common/csv';
import { AppError } from '@/lib/common/errors';
import { lineOfText, personName } from '@/lib/common/text';
import { sectionTitle } from '../courses/schema';

/** Rows below the header at most. */
export const mostRows = 5_000;

/** A row that says who somebody is. */
export interface RosterRow {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  readonly name: string;
  /** Null: the row has none. */
  readonly email: string | null;
  readonly section: string | null;
  readonly studentNumber: string | null;
}

export interface BadRow {
  readonly line: number;
  readonly reason: string;
}

export interface RosterFile {
  readonly rows: readonly RosterRow[];
  readonly bad: readonly BadRow[];
}

type Column = 'name' | 'first' | 'last' | 'email' | 'section' | 'studentNumber';

/** How headers are spelled, without case, spaces and marks between. */
const spellings: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', 'fullname', 'student', 'studentname', 'displayname'],
  first: ['firstname', 'givenname', 'forename', 'vorname', 'prénom'],
  last: ['lastname', 'surname', 'familyname', 'nachname', 'nom'],
  email: ['email', 'emailaddress', 'mail', 'studentemail', 'sisloginid', 'loginid'],
  section: ['section', 'sections', 'group', 'class', 'tutorial'],
  studentNumber: [
    'studentid',
    'studentnumber',
    'id',
    'idnumber',
    'number',
    'sisuserid',
    'sisid',
    'matriculationnumber',
    'matrikelnummer',
  ],
};

/**
 * Reads a roster: CSV with a header, delimited by comma, semicolon or tab. Rows that say nothing are passed over. Throws
 * AppError "invalid-input", with the line, for what is no such file.
 */
export function readRoster(text: string): RosterFile {
  // One kind of line break, so that lines are counted as an editor counts them.
  const records = recordsOf(text.replace(/\r\n?/g, '\n'));
  const [header, ...rest] = records;
  if (header === undefined) throw wrong('The file is empty.');
  const columns = columnsOf(header);
  const rows: RosterRow[] = [];
  const bad: BadRow[] = [];
  for (const { line, cells } of rest) {
    if (cells.every((one) => one.trim() === '')) continue;
    if (rows.length + bad.length >= mostRows) throw wrong(`The file has more than ${mostRows} rows.`);
    const row = rowOf(line, cells, header.cells.length, columns);
    if ('reason' in row) bad.push(row);
    else rows.push(row);
  }
  if (rows.length + bad.length === 0) throw wrong('The file has a header and nobody below it.');
  return { rows, bad };
}

const wrong = (message: string) =>
  new AppError('invalid-input', message, {
    remedy: 'A roster is a CSV file whose first line names its columns: name, email, section, student id.',
  });

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

function recordsOf(text: string): Line[] {
  try {
    // With `info`, which the declared types do not know, each record comes with the place at which it ends.
    const found = parse(text, {
      bom: true,
      info: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 20_000,
    }) as unknown as { record: string[]; info: Info }[];
    return found.map(({ record, info }, i) => ({
      // Quoted fields may hold lines of their own: a record begins where the one before it ended.
      line: Math.min((found[i - 1]?.info.lines ?? 0) + 1, info.lines),
      cells: record.map(valueOfCell),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    throw wrong(`Line ${line} cannot be read as CSV: ${reasonOf(error.code)}.`);
  }
}

const reasons: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quoted field is not closed',
  CSV_INVALID_CLOSING_QUOTE: 'text follows the closing quote of a field',
  INVALID_OPENING_QUOTE: 'a quote stands within a field that does not begin with one',
  CSV_MAX_RECORD_SIZE: 'the row is too long',
};

const reasonOf = (code: string): string => reasons[code] ?? 'its fields are not right';

/** The one of comma, semicolon and tab that stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const first = /^\ufeff?([^\r\n]*)/.exec(text)?.[1] ?? '';
  const bare = first.replace(/"[^"]*"/g, '');
  const count = (mark: string) => bare.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

type Columns = ReadonlyMap<Column, number>;

function columnsOf({ cells }: Line): Columns {
  const columns = new Map<Column, number>();
  for (const [index, title] of cells.entries()) {
    const plain = title
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s._-]/g, '');
    for (const [column, spelled] of Object.entries(spellings) as [Column, readonly string[]][]) {
      if (!spelled.includes(plain)) continue;
      if (columns.has(column)) throw wrong(`Two columns could be the ${said[column]}: keep one of them.`);
      columns.set(column, index);
    }
  }
  if (!columns.has('name') && !columns.has('last'))
    throw wrong('The first line names no column for names, such as "name".');
  if (!columns.has('email') && !columns.has('studentNumber'))
    throw wrong('The first line names neither a column "email" nor a column "student id".');
  return columns;
}

const said: Readonly<Record<Column, string>> = {
  name: 'name',
  first: 'first name',
  last: 'last name',
  email: 'email address',
  section: 'section',
  studentNumber: 'student id',
};

const rowSchema = z.object({
  name: personName,
  email: z.string().max(254).transform(normalEmail).pipe(z.email()).nullable(),
  section: sectionTitle.nullable(),
  studentNumber: lineOfText(60).nullable(),
});

function rowOf(line: number, cells: readonly string[], width: number, columns: Columns): RosterRow | BadRow {
  if (cells.length !== width)
    return { line, reason: `The row has ${cells.length} fields, and the first line has ${width}.` };
  const at = (column: Column) => (cells[columns.get(column) ?? -1] ?? '').trim();
  const name = at('name') || [at('first'), at('last')].filter(Boolean).join(' ');
  const parsed = rowSchema.safeParse({
    name,
    email: at('email') || null,
    section: at('section') || null,
    studentNumber: at('studentNumber') || null,
  });
  if (parsed.success) return { line, ...parsed.data };
  const [issue] = parsed.error.issues;
  const column = issue?.path[0] as keyof typeof rowSchema.shape;
  return { line, reason: name === '' ? 'The row has no name.' : `The ${said[column]} is not right.` };
}
