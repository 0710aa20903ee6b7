/** Whom the rows of a roster stand for. Pure: the people of the course are given in. */
import type { Role } from '@/lib/auth/policy';
import type { MemberState } from '../people/schema';
import type { BadRow, RosterRow } from './read-roster';
import type { PlannedRow, RosterPlan } from './schema';

export interface KnownMember {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly studentNumber: string | null;
  readonly section: string | null;
  readonly role: Role;
  readonly state: MemberState;
}

export interface KnownSeat {
  readonly seatId: string;
  readonly name: string;
  readonly email: string;
  readonly studentNumber: string | null;
  readonly section: string | null;
}

export interface KnownCourse {
  readonly members: readonly KnownMember[];
  readonly seats: readonly KnownSeat[];
  readonly sections: readonly string[];
}

/** Titles of sections are the same whatever their case. */
const fold = (title: string) => title.toLowerCase();

/**
 * What an import does, row by row. People are told apart by address and by number, never by name: where these two
 * disagree, or a name is all there is, the row is ambiguous. Who left or was removed is not put back by a file.
 */
export function planRoster(
  rows: readonly RosterRow[],
  bad: readonly BadRow[],
  course: KnownCourse,
): RosterPlan {
  const sections = new Map(course.sections.map((title) => [fold(title), title]));
  const newSections: string[] = [];
  const find = finder(course);
  const repeated = repeats();
  const planned = rows.map((row): PlannedRow => {
    const { line, name } = row;
    const again = repeated(row);
    if (again !== null) return { kind: 'bad', line, name, reason: again };
    const found = find(row);
    if (found.reason !== undefined) return { kind: found.kind, line, name, reason: found.reason };
    const section = row.section === null ? null : sectionCalled(row.section);
    return found.to === null ? newRow(row, section) : matchedRow(row, section, found);
  });
  const spoiled = bad.map(({ line, reason }): PlannedRow => ({ kind: 'bad', line, name: '', reason }));
  return { rows: [...planned, ...spoiled].toSorted((a, b) => a.line - b.line), newSections };

  function sectionCalled(title: string): string {
    const known = sections.get(fold(title));
    if (known !== undefined) return known;
    sections.set(fold(title), title);
    newSections.push(title);
    return title;
  }
}

/** Tells of a row whose address or number stood in the file before. */
function repeats(): (row: RosterRow) => string | null {
  const emails = new Map<string, number>();
  const numbers = new Map<string, number>();
  return ({ line, email, studentNumber }) => {
    const byEmail = email === null ? undefined : emails.get(email);
    if (byEmail !== undefined) return `Line ${byEmail} has the same email address.`;
    const byNumber = studentNumber === null ? undefined : numbers.get(studentNumber);
    if (byNumber !== undefined) return `Line ${byNumber} has the same student id.`;
    if (email !== null) emails.set(email, line);
    if (studentNumber !== null) numbers.set(studentNumber, line);
    return null;
  };
}

type Known = { readonly member: KnownMember } | { readonly seat: KnownSeat };

type Found =
  | { readonly kind: 'ambiguous' | 'bad'; readonly reason: string }
  | { readonly to: Known | null; readonly dropsSeat: string | null; readonly reason?: undefined };

function finder({ members, seats }: KnownCourse): (row: RosterRow) => Found {
  const memberByEmail = new Map(members.map((member) => [member.email, member]));
  const memberByNumber = new Map(members.map((member) => [member.studentNumber, member]));
  const seatByEmail = new Map(seats.map((seat) => [seat.email, seat]));
  const seatByNumber = new Map(seats.map((seat) => [seat.studentNumber, seat]));
  const names = new Set([...members, ...seats].map(({ name }) => name));
  return ({ name, email, studentNumber }) => {
    const people = new Set(
      [
        email === null ? undefined : memberByEmail.get(email),
        studentNumber === null ? undefined : memberByNumber.get(studentNumber),
      ].filter((one) => one !== undefined),
    );
    const places = new Set(
      [
        email === null ? undefined : seatByEmail.get(email),
        studentNumber === null ? undefined : seatByNumber.get(studentNumber),
      ].filter((one) => one !== undefined),
    );
    if (people.size > 1 || places.size > 1)
      return ambiguous('The email address and the student id belong to two different people.');
    const [member] = people;
    const [seat] = places;
    if (member !== undefined) return ofMember(member, seat, email);
    if (seat !== undefined) return { to: { seat }, dropsSeat: null };
    if (email !== null) return { to: null, dropsSeat: null };
    return names.has(name)
      ? ambiguous(
          'Somebody in the course has this name, and neither an email address nor a known student id says who it is.',
        )
      : { kind: 'bad', reason: 'The row has no email address, and nobody in the course has its student id.' };
  };
}

const ambiguous = (reason: string): Found => ({ kind: 'ambiguous', reason });

function ofMember(member: KnownMember, seat: KnownSeat | undefined, email: string | null): Found {
  if (member.state === 'removed')
    return ambiguous(
      `${member.name} was removed from the course. Put them back first, or leave the row out.`,
    );
  if (member.state === 'left')
    return ambiguous(`${member.name} left the course. Put them back first, or leave the row out.`);
  if (member.role !== 'student')
    return ambiguous(`${member.name} is ${member.role} in the course, not a student.`);
  // The number of one and the address of another: only where both say the same is the kept place this member's.
  if (seat !== undefined && (email === null || seat.email !== email || member.email !== email))
    return ambiguous(`The row is about ${member.name}, and about the place that is kept for ${seat.name}.`);
  return { to: { member }, dropsSeat: seat?.seatId ?? null };
}

function newRow({ line, name, email, studentNumber }: RosterRow, section: string | null): PlannedRow {
  return { kind: 'new', line, name, email: email ?? '', section, studentNumber };
}

/** What the file leaves empty stays as it is. */
function matchedRow(
  row: RosterRow,
  section: string | null,
  { to, dropsSeat }: { readonly to: Known | null; readonly dropsSeat: string | null },
): PlannedRow {
  const known = to !== null && 'member' in to ? to.member : (to as { readonly seat: KnownSeat }).seat;
  const seat = to !== null && 'seat' in to;
  // An account's name and address are its owner's; those of a place are the roster's.
  const name = seat ? row.name : known.name;
  const email = seat ? (row.email ?? known.email) : known.email;
  const next = { section: section ?? known.section, studentNumber: row.studentNumber ?? known.studentNumber };
  return {
    kind: 'matched',
    line: row.line,
    name,
    email,
    to: 'userId' in known ? { userId: known.userId } : { seatId: known.seatId },
    dropsSeat,
    ...next,
    changes:
      dropsSeat !== null ||
      next.section !== known.section ||
      next.studentNumber !== known.studentNumber ||
      name !== known.name ||
      email !== known.email,
  };
}
