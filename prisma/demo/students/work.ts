/** What the synthetic students hand in: the answers of their machines, with slips, marked as everybody's are. Pure. */
import type { BelievedAnswer } from '@/lib/exercises/beliefs/answers';
import type { KeyedVariant } from '@/lib/exercises/keys';
import type { Answer } from '@/lib/exercises/public';
import { solutionOf } from '@/lib/exercises/variant';
import { diagnose } from '@/lib/grading/diagnosis/diagnose';
import type { DiagnosedMarks } from '@/lib/grading/diagnosis/schema';
import { gradeAnswer, unreadableParts } from '@/lib/grading/grade';
import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import { classSeed, type DemoStudent } from './class';
import { Chance, completed, slipped } from './slips';

/** A question of a place to work at, in one variant. */
export interface DemoQuestion extends KeyedVariant {
  readonly position: number;
  readonly points: number;
  readonly exerciseRevisionId: string;
  readonly beliefs: readonly BelievedAnswer[];
}

/** A quiz with the time in which it is worked on, and its variants by their seeds. */
export interface DemoPlace {
  readonly quizId: string;
  readonly quizRevisionId: string;
  readonly title: string;
  /** Whether it is the lesson's quiz. */
  readonly isLesson: boolean;
  readonly from: Date;
  readonly to: Date;
  /** Until when some hand in late; `to` where nobody can. */
  readonly late: Date;
  readonly variants: ReadonlyMap<number, readonly DemoQuestion[]>;
}

export interface DemoAttempt {
  readonly student: DemoStudent;
  readonly place: DemoPlace;
  readonly number: number;
  readonly seed: number;
  readonly openedAt: Date;
  readonly submittedAt: Date;
  readonly answers: readonly DemoAnswer[];
}

export interface DemoAnswer {
  readonly question: DemoQuestion;
  readonly answer: Answer;
  readonly marks: DiagnosedMarks;
  readonly seconds: number;
}

/** How likely it is that a belief is given up after an attempt with something wrong. */
const givesUp = 0.45;
/** How likely it is that another attempt is made after that. */
const triesAgain = 0.6;
/** How likely it is that the work of an assignment comes after due. */
const handsInLate = 0.1;
/** A click is more often a guess than a cell that is typed. */
const guessesAtChoices = 3;

/** All attempts of one student, place after place in the order of time. */
export function workOf(student: DemoStudent, places: readonly DemoPlace[]): DemoAttempt[] {
  const held = new Set(student.beliefs);
  return places.flatMap((place) => {
    const chance = new Chance(classSeed, `${student.name}: ${place.title}`);
    if (!chance.happens(student.diligence)) return [];
    const isLate = place.late > place.to && chance.happens(handsInLate);
    const time = isLate ? { from: place.to, to: place.late } : place;
    const first = attemptAt(student, place, 1, time, held, chance);
    if (isWhole(first)) return [first];
    for (const id of student.beliefs) if (chance.happens(givesUp)) held.delete(id);
    if (!chance.happens(triesAgain)) return [first];
    const rest = { from: first.submittedAt, to: time.to };
    const second = attemptAt(student, place, 2, rest, held, chance);
    return second.submittedAt <= time.to ? [first, second] : [first];
  });
}

const isWhole = ({ answers }: DemoAttempt): boolean =>
  answers.every(({ marks }) => marks.points === marks.possible);

function attemptAt(
  student: DemoStudent,
  place: DemoPlace,
  number: number,
  { from, to }: Pick<DemoPlace, 'from' | 'to'>,
  held: ReadonlySet<MisconceptionId>,
  chance: Chance,
): DemoAttempt {
  const seed = chance.pick([...place.variants.keys()]) ?? 0;
  const answers = (place.variants.get(seed) ?? []).map((question): DemoAnswer => {
    const answer = answerFrom(question, held, student.slips, chance);
    return {
      question,
      answer,
      marks: marksOf(question, answer),
      seconds: secondsFor(question, student, chance),
    };
  });
  const taken = 1000 * answers.reduce((sum, { seconds }) => sum + seconds, 5);
  const room = Math.max(0, to.getTime() - from.getTime() - taken);
  // Somewhere in the time that is left; the second attempt comes within a quarter of it.
  const wait = (room * (chance.pick(thousandths) ?? 0)) / (number === 1 ? 1 : 4);
  const openedAt = new Date(from.getTime() + Math.round(wait));
  return {
    student,
    place,
    number,
    seed,
    openedAt,
    submittedAt: new Date(openedAt.getTime() + taken),
    answers,
  };
}

const thousandths = Array.from({ length: 1000 }, (_, index) => index / 1000);

/** The answer of the machine with the beliefs that show here, with slips; the true one where none shows. */
function answerFrom(
  { key, content, beliefs }: DemoQuestion,
  held: ReadonlySet<MisconceptionId>,
  slips: number,
  chance: Chance,
): Answer {
  const truth = solutionOf(key);
  const showing = beliefs.filter(({ believes }) => believes.every((id) => held.has(id)));
  const most = showing.toSorted((a, b) => b.believes.length - a.believes.length)[0];
  const meant = most === undefined ? truth : completed(most.answer, truth);
  const rate = key.kind === 'choice' ? Math.min(0.3, guessesAtChoices * slips) : slips;
  const given = slipped(key, meant, rate, chance);
  // What cannot be read would be sent back, and corrected.
  return content.exercise.kind === given.kind && unreadableParts(key, given).length === 0 ? given : meant;
}

const marked = new WeakMap<DemoQuestion, Map<string, DiagnosedMarks>>();

/** The marks that a submission gets; equal answers to a question are marked once. */
function marksOf(question: DemoQuestion, answer: Answer): DiagnosedMarks {
  const known = marked.get(question) ?? new Map<string, DiagnosedMarks>();
  marked.set(question, known);
  const text = JSON.stringify(answer);
  const found = known.get(text);
  if (found !== undefined) return found;
  const marks = gradeAnswer(question.content.exercise, question.key, answer, question.points);
  const diagnosed = { ...marks, diagnosis: diagnose(question.key, answer, marks.cells, question.beliefs) };
  known.set(text, diagnosed);
  return diagnosed;
}

/** A choice takes a minute or less, a table some minutes. */
function secondsFor({ key }: DemoQuestion, { pace }: DemoStudent, chance: Chance): number {
  const [least, most] = key.kind === 'choice' ? [15, 70] : key.kind === 'trace-table' ? [90, 330] : [50, 200];
  const usual = least + (most - least) * (chance.pick(thousandths) ?? 0.5);
  return Math.round(usual * pace);
}
