import * as words from '../../_words';
import { Markdown } from '../ui/markdown';
import { Prose } from '../ui/prose';
import { OptionText } from './kinds/choice/option-text';
import type { Question } from './model';
import { partsOf } from './parts';
import { QuestionCard } from './question-card';
import styles from './question-list.module.css';
import { sharedProgram, WithProgram } from './with-program';

/** The questions to be read by who is not signed in: what is asked, nothing to fill. */
export function QuestionList({ questions }: { questions: readonly Question[] }) {
  const program = sharedProgram(questions);
  const alone = questions.length === 1;
  return (
    <div className={styles.list}>
      <WithProgram program={program}>
        {questions.map((question) => (
          <QuestionCard
            key={question.position}
            question={question}
            prompt={<Markdown text={question.exercise.prompt} />}
            withProgram={program === null}
            alone={alone}
          >
            <Asked question={question} />
          </QuestionCard>
        ))}
      </WithProgram>
    </div>
  );
}

function Asked({ question: { exercise } }: { question: Question }) {
  const t = words.kinds.preview;
  switch (exercise.kind) {
    case 'choice':
      return (
        <ul className={styles.options}>
          {exercise.options.map((option) => (
            <li key={option.id}>
              <OptionText text={option.text} code={option.code} />
            </li>
          ))}
        </ul>
      );
    case 'order':
      return (
        <ul className={styles.options}>
          {exercise.lines.map((line) => (
            <li key={line.id}>
              <code className={styles.line}>{line.text}</code>
            </li>
          ))}
        </ul>
      );
    case 'program':
      return (
        <>
          <pre className={styles.program}>{exercise.snippet.replace(/\n+$/, '')}</pre>
          <ul className={styles.goals}>
            {exercise.goals.map((goal) => (
              <li key={goal.id}>
                <Prose text={goal.sentence} />
              </li>
            ))}
          </ul>
        </>
      );
    case 'trace-table':
      return (
        <>
          <pre className={styles.program}>{exercise.snippet.replace(/\n+$/, '')}</pre>
          <p className={styles.note}>{t['trace-table'](exercise.rows.length)}</p>
        </>
      );
    default:
      return <p className={styles.note}>{t[exercise.kind](partsOf(exercise, undefined).length)}</p>;
  }
}
