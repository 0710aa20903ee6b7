import Link from 'next/link';
import type { ClassOverview, OverviewQuestion, OverviewStudent } from '@/lib/classroom/progress';
import * as words from '../../_words';
import { dateTime, points } from '../ui/format';
import { Panel } from '../ui/panel';
import { ScrollBox } from '../ui/scroll-box';
import styles from './class-table.module.css';

/** A quiz and its questions: one heading over as many columns. */
interface QuizGroup {
  readonly key: string;
  readonly title: string;
  readonly questions: OverviewQuestion[];
}

/** Columns of one quiz stand side by side: a letter means something below the title of its quiz alone. */
function byQuiz(questions: readonly OverviewQuestion[]): QuizGroup[] {
  const groups: QuizGroup[] = [];
  for (const question of questions) {
    const last = groups.at(-1);
    if (last?.title === question.quizTitle) last.questions.push(question);
    else groups.push({ key: question.key, title: question.quizTitle, questions: [question] });
  }
  return groups;
}

/**
 * Students by questions: the sums first, then each quiz with its questions. It scrolls in itself, and the names
 * stay in sight.
 */
export function ClassTable({ overview, address }: { overview: ClassOverview; address: string }) {
  const t = words.teacher;
  return (
    <Panel className={styles.panel}>
      <ScrollBox label={t.overview(overview.course.title)}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t.student}
              </th>
              <th scope="col" rowSpan={2}>
                {t.total}
              </th>
              <th scope="col" rowSpan={2}>
                {t.attempts}
              </th>
              <th scope="col" rowSpan={2}>
                {t.activity}
              </th>
              {byQuiz(overview.questions).map(({ key, title, questions }) => (
                <th key={key} scope="colgroup" colSpan={questions.length} className={styles.quiz}>
                  <span>{title}</span>
                </th>
              ))}
            </tr>
            <tr>
              {overview.questions.map((question) => (
                <th key={question.key} scope="col" data-first={question.position === 1}>
                  <b>{question.label}</b>
                  <small>{question.title}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {overview.students.map((student) => (
              <StudentRow
                key={student.userId}
                student={student}
                questions={overview.questions}
                address={address}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className={styles.legend}>{t.legend}</p>
    </Panel>
  );
}

function StudentRow({
  student,
  questions,
  address,
}: {
  student: OverviewStudent;
  questions: readonly OverviewQuestion[];
  address: string;
}) {
  const t = words.teacher;
  const share = student.possible > 0 ? student.points / student.possible : 0;
  return (
    <tr>
      <th scope="row">
        <Link href={`${address}/students/${student.userId}`} prefetch={false}>
          {student.name}
        </Link>
      </th>
      <td className={styles.total}>
        {student.attempts > 0 ? (
          <>
            <span className={styles.bar} aria-hidden="true">
              <i style={{ width: `${100 * share}%` }} />
            </span>
            <b>{t.shareOf(points(student.points), points(student.possible))}</b>
          </>
        ) : (
          <span className={styles.none}>–</span>
        )}
      </td>
      <td>{student.attempts}</td>
      <td className={styles.time}>
        {student.lastActivity ? (
          dateTime(student.lastActivity)
        ) : (
          <span className={styles.none}>{t.noActivity}</span>
        )}
      </td>
      {questions.map((question) => {
        const mark = student.marks[question.key] ?? null;
        return (
          <td key={question.key} data-first={question.position === 1}>
            {mark ? (
              <span className={styles.mark} data-score={heat(mark.points / mark.possible)}>
                {t.shareOf(points(mark.points), points(mark.possible))}
              </span>
            ) : (
              <span className={styles.none}>
                <span aria-hidden="true">–</span>
                <span className="sr">{t.notAnswered}</span>
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** The five steps of the score scale: 0–39, 40–59, 60–74, 75–89, 90–100. */
function heat(share: number): number {
  return [0.4, 0.6, 0.75, 0.9].filter((limit) => share >= limit).length;
}
