import { words } from '../../_words';
import { OptionText } from './choice-question';
import type { Question } from './model';
import { QuestionCard } from './question-card';
import styles from './question-list.module.css';
import { sharedProgram, WithProgram } from './with-program';

/** The questions to be read by who is not signed in: what is asked, nothing to fill. */
export function QuestionList({ questions }: { questions: readonly Question[] }) {
  const program = sharedProgram(questions);
  return (
    <div className={styles.list}>
      <WithProgram program={program}>
        {questions.map((question) => (
          <QuestionCard key={question.position} question={question} withProgram={program === null}>
            {question.exercise.kind === 'choice' ? (
              <ul className={styles.options}>
                {question.exercise.options.map((option) => (
                  <li key={option.id}>
                    <OptionText text={option.text} code={option.code} />
                  </li>
                ))}
              </ul>
            ) : (
              question.exercise.kind === 'trace-table' && (
                <p className={styles.note}>{words.quiz.tablePreview(question.exercise.rows.length)}</p>
              )
            )}
          </QuestionCard>
        ))}
      </WithProgram>
    </div>
  );
}
