import type { LiveChoices } from '@/lib/classroom/live';
import * as words from '../../_words';
import { Button } from '../ui/button';
import styles from './live.module.css';

/** Which work of which section is watched: a form of the browser's own, whose choice stands in the address. */
export function Choose({
  choices,
  quiz,
  section,
  namesHidden,
}: {
  choices: LiveChoices;
  quiz: string;
  section: string | null;
  namesHidden: boolean;
}) {
  const t = words.live;
  return (
    <form className={styles.choose} method="get">
      <label>
        {t.which}
        <select name="quiz" defaultValue={quiz}>
          {choices.quizzes.map(({ slug, title, assignment }) => (
            <option key={slug} value={slug}>
              {assignment ? t.ofAssignment(title) : title}
            </option>
          ))}
        </select>
      </label>
      {choices.sections.length > 0 && (
        <label>
          {t.section}
          <select name="section" defaultValue={section ?? ''}>
            <option value="">{t.wholeClass}</option>
            {choices.sections.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      {namesHidden && <input type="hidden" name="names" value="hidden" />}
      <Button type="submit" small>
        {t.show}
      </Button>
    </form>
  );
}
