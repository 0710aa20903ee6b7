import type { AssignmentPage, QuestionMarks } from '@/lib/classroom/assignments';
import * as words from '../../_words';
import { points } from '../ui/format';
import { Notice } from '../ui/notice';
import { Panel } from '../ui/panel';
import styles from './assignments.module.css';

interface MarksProps {
  page: AssignmentPage;
  attempt: AssignmentPage['attempts'][number];
  /** Null where not even marks show yet. */
  marks: readonly QuestionMarks[] | null;
}

/** A submitted attempt without its solutions: what it earned, or when that shows. */
export function MarksAlone({ page, attempt, marks }: MarksProps) {
  const t = words.assignments;
  const { feedback, solutions } = page.access;
  return (
    <>
      <Notice title={`${words.quiz.attempt(attempt.number)}: ${t.submittedText}`}>
        <p>{words.quiz.submittedAt(t.instant(attempt.submittedAt, page.timeZone))}</p>
        {attempt.late && <p>{t.lateBy(attempt.late)}</p>}
        {!feedback.allowed && <p>{`${t.feedback}: ${t.reason(feedback.reason, page.timeZone)}`}</p>}
        {!solutions.allowed && <p>{`${t.solutions}: ${t.reason(solutions.reason, page.timeZone)}`}</p>}
      </Notice>
      {marks && attempt.points !== null && (
        <section>
          <h2>{words.quiz.marks(points(attempt.points), points(attempt.possible))}</h2>
          <Panel className={styles.list ?? ''}>
            <ul>
              {marks.map((question) => (
                <li key={question.label}>
                  <b>{t.question(question.label, question.title)}</b>
                  <span>
                    {question.states
                      .map(({ state, count }) => words.quiz.stateCount[state](count))
                      .join(', ')}
                  </span>
                  {question.override && <span>{givenText(question.override, question, page.timeZone)}</span>}
                  <b className={styles.end}>
                    {words.quiz.marks(points(question.points), points(question.possible))}
                  </b>
                </li>
              ))}
            </ul>
          </Panel>
        </section>
      )}
    </>
  );
}

/** That a teacher set the points by hand: who, when and why. */
function givenText(
  { author, at, reason }: NonNullable<QuestionMarks['override']>,
  { points: earned, possible }: QuestionMarks,
  timeZone: string,
): string {
  const by = words.quiz.overriddenBy(author, words.assignments.instant(at, timeZone), reason);
  return `${words.quiz.overridden(points(earned), points(possible))} (${by})`;
}
