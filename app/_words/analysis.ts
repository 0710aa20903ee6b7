import type { Figure, Flag, ItemAnalysis, Scope, Why, WrongGroup } from '@/lib/classroom/analysis';

const plural = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);
const students = (n: number) => plural(n, 'student', 'students');
const percent = (share: number) => `${Math.round(share * 100)} %`;
/** Two decimals, with a true minus sign. */
const decimal = (value: number) => value.toFixed(2).replace('-', '−');

const why = (reason: Why): string => {
  if (reason.code === 'too-few') return `too few answers (${reason.n} of ${reason.least})`;
  if (reason.code === 'alone') return 'asked alone: nothing to compare it with';
  return reason.of === 'question'
    ? 'everybody has the same points here'
    : 'everybody has the same points on the other questions';
};

const time = (seconds: number): string => {
  const whole = Math.round(seconds);
  if (whole < 60) return plural(whole, 'second', 'seconds');
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
};

/** Words of the analysis of exercises, for teachers. */
export const analysis = {
  title: 'Analysis',
  lead: 'How each exercise works for the class: how hard it is, whether it goes along with the rest, and what stands behind wrong answers. What each figure means is told below.',
  backToList: 'All exercises',
  demo: 'demo',
  none: 'Nothing to analyse yet',
  noneText: 'Exercises appear here once students have submitted answers.',
  noneInScope: 'No student has submitted an answer that fits this choice.',
  scope: {
    label: 'What is counted',
    section: 'Section',
    everySection: 'the whole course',
    assignment: 'Answers to',
    everyAssignment: 'everything',
    attempt: 'Attempt',
    attempts: { first: 'the first', last: 'the last', best: 'the best' } satisfies Record<
      Scope['attempt'],
      string
    >,
    show: 'Show',
  },
  exercise: 'Exercise',
  n: 'Students',
  facility: 'Facility',
  discrimination: 'Discrimination',
  commonest: 'Commonest idea behind wrong answers',
  notes: 'To look at',
  sortBy: (what: string) => `Sort by ${what}`,
  ideaOf: (title: string, n: number) => `${title}: ${students(n)}`,
  nothingNamed: 'none named',
  shown: (n: number) => `${plural(n, 'exercise', 'exercises')}`,
  why,
  percent,
  decimal,
  students,
  time,
  unknown: (figure: Figure<unknown>) => (figure.status === 'unknown' ? why(figure.why) : ''),
  give: (margin: number) => `± ${Math.round(margin * 100)}`,
  between: (low: number, high: number) => `${decimal(low)} to ${decimal(high)}`,
  flag: {
    negative: 'Negative discrimination: look at the key',
    weak: 'Hardly goes along with the rest',
    hard: 'Hardly anybody gets it: is it asked clearly?',
    easy: 'Nearly everybody gets it',
  } satisfies Record<Flag, string>,
  meaning: {
    title: 'What the figures mean',
    facility:
      'Facility: the mean part of the points that was earned. ± tells how far the mean of ever more such students may be off, 19 times out of 20.',
    discrimination:
      'Discrimination: the correlation of the points here with those on the other questions of the same attempt. 1: who knows the rest knows this; 0: no relation; below 0: who knows the rest gets this wrong. In small print what holds it 19 times out of 20.',
    who: 'One answer for each student who is in the course now: of teachers, of who has left or was removed, and of drafts nothing counts. Points that were given by hand are left aside: they are about a person, these figures about a question.',
    least: 'Of fewer than ten answers no index is shown.',
  },
  summary: {
    answers: 'Answers',
    of: (n: number, answers: number) =>
      `${students(n)}; of ${plural(answers, 'answer', 'answers')} beside other questions`,
    time: 'Time worked',
    median: (median: string, lower: string, upper: string) => `${median} (middle half: ${lower} to ${upper})`,
    timed: (n: number) => `from ${plural(n, 'answer', 'answers')} with a known time`,
    timeMeaning: 'From one save of the draft to the next; a gap of more than five minutes counts as five.',
    attempts: 'Attempts',
    attemptsOf: (attempts: number, n: number) => `${plural(attempts, 'attempt', 'attempts')}: ${students(n)}`,
    points: 'Points earned',
    bins: {
      none: 'none',
      quarter: 'up to a quarter',
      half: 'up to a half',
      'three-quarters': 'up to three quarters',
      nearly: 'more, but not all',
      all: 'all',
    } satisfies Record<keyof ItemAnalysis['distribution'], string>,
  },
  parts: {
    map: 'Where the class goes wrong',
    mapLead:
      'Each cell: the part of the students whose answer is not what Python says, empty cells apart. The bar grows with it. Open a cell for the wrong values and for who wrote them.',
    list: 'Where the class goes wrong',
    listLead: 'Each part of the exercise: how many did not get it, and what they wrote instead.',
    varies:
      'The variants differ: a cell stands for the same step and column of each student’s own variant. The program shown is the one that most answers are to.',
    otherVersions: (n: number) =>
      `${plural(n, 'answer is', 'answers are')} to another version of the exercise, and not in this part.`,
    part: 'Part',
    wrong: 'Wrong',
    empty: 'Empty',
    commonest: 'Commonest wrong answers',
    of: (wrong: number, n: number) => `${wrong} of ${n}`,
    given: 'given',
    cell: (label: string, wrong: number, n: number) => `${label}: ${wrong} of ${n} wrong`,
    opened: (label: string) => `Wrong answers: ${label}`,
    right: 'Right',
    rightVaries: 'differs from variant to variant',
    none: 'Nobody is wrong here.',
    follows: (n: number) => `${n} of them follow from an earlier answer of the same student.`,
    blank: (n: number) => `${students(n)} left it empty.`,
    close: 'Close',
    says: (says: WrongGroup['says']): string => {
      if (says.type === 'value') return says.text;
      if (says.type === 'off')
        return says.by > 0 ? `${says.by} more than right` : `${-says.by} fewer than right`;
      if (says.type === 'stale') return 'what was right one row above';
      return `other values, such as ${says.example}`;
    },
    fits: (n: number, title: string) => `${n} fit “${title}”`,
  },
  options: {
    title: 'What was chosen',
    lead: 'Options by their order in the exercise; variants show them in orders of their own.',
    option: 'Option',
    chosen: 'Chosen by',
    rest: 'Their share elsewhere',
    restMeaning:
      'The mean part of the points that those who chose it earned on the other questions of the quiz.',
    right: 'right',
    rightHere: 'right in the variant shown',
    tooFew: 'fewer than ten',
  },
  flow: {
    title: 'Misconceptions, from the first to the last attempt',
    lead: (again: number, n: number) =>
      `Of ${students(n)} with an answer ${again === 1 ? '1 has' : `${again} have`} tried more than once. Stayed, left and came are about those.`,
    none: 'No misconception was named in these answers.',
    idea: 'Idea',
    first: 'At the first attempt',
    stayed: 'Stayed',
    left: 'Left',
    came: 'Came',
    denied: 'Say it was not so',
  },
  parameters: {
    title: 'By what differs from variant to variant',
    lead: 'The facility for each value of a parameter that ten answers or more have.',
    parameter: 'Parameter',
    value: 'Value',
    rare: (values: number, answers: number) =>
      `${plural(values, 'other value', 'other values')} with fewer than ten answers each (${answers} in all)`,
    undrawn: (n: number) => `Of ${plural(n, 'answer', 'answers')} the variant’s values were not kept.`,
  },
  answersOf: (name: string) => `Answers of ${name}`,
  more: (n: number) => `and ${n} more`,
} as const;
