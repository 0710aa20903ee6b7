/**
 * The gradebook as Canvas imports it (Grades › Import). Who is who, Canvas tells by the number of the school
 * or by the login; it takes a column for the
 * assignment of the same title, and offers to make one where there is none.
 */
import { csvLine } from '@/lib/common/csv';
import { distinct, type ExportColumn, type ExportRow, pointsOf } from './shared';

/**
 * `Title (7)` means to Canvas the assignment whose number is 7, whatever its title. Those numbers are Canvas's own, so
 * no heading may end like that.
 */
const heading = (title: string): string => title.replace(/\((\d+)\)\s*$/, '[$1]');

const people = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section'];

export function canvasHead(columns: readonly ExportColumn[]): string {
  const headings = distinct(columns.map(({ title }) => heading(title)));
  const possible = columns.map((column) => column.possible);
  return (
    csvLine([...people, ...headings]) +
    csvLine([{ literal: '    Points Possible' }, null, null, null, null, ...possible])
  );
}

/** EX is excused; an empty cell changes nothing in Canvas. */
export const canvasLine = ({ name, email, studentNumber, section, marks }: ExportRow): string =>
  csvLine([
    name,
    null,
    studentNumber,
    email,
    section,
    ...marks.map((mark) => (mark.state === 'excused' ? { literal: 'EX' } : pointsOf(mark))),
  ]);
