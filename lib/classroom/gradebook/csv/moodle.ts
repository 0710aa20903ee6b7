/**
 * The gradebook as Moodle imports it (Grades › Import › CSV file), with the encoding UTF-8: people are mapped by their
 * email address or their ID number, each other column to a grade item, or to a new one. Moodle knows no excuse in a file: such a cell says
 * that there is no grade.
 */
import { csvLine } from '@/lib/common/csv';
import { distinct, type ExportColumn, type ExportRow, pointsOf } from './shared';

/** Moodle reads a dash as no grade, also where it makes the grade item. */
const none = { literal: '-' };

export const moodleHead = (columns: readonly ExportColumn[]): string =>
  csvLine(['Full name', 'ID number', 'Email address', ...distinct(columns.map(({ title }) => title))]);

export const moodleLine = ({ name, email, studentNumber, marks }: ExportRow): string =>
  csvLine([name, studentNumber, email, ...marks.map((mark) => pointsOf(mark) ?? none)]);
