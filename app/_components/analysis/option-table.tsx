import type { OptionFigures } from '@/lib/classroom/analysis';
import * as words from '../../_words';
import { Chip } from '../ui/chip';
import { Panel } from '../ui/panel';
import { ScrollBox } from '../ui/scroll-box';
import styles from './analysis.module.css';
import { Bar } from './figures';
import { Names } from './names';

interface OptionTableProps {
  /** Whether the answers are to different variants. */
  varies: boolean;
  options: readonly OptionFigures[];
  course: string;
}

/** Each option of a choice with its share, who chose it, and the belief that leads to it. */
export function OptionTable({ options, varies, course }: OptionTableProps) {
  const t = words.analysis;
  return (
    <Panel className={styles.panel}>
      <ScrollBox label={t.options.title}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.options.option}</th>
              <th scope="col">{t.options.chosen}</th>
              <th scope="col">{t.flow.idea}</th>
              <th scope="col">{t.options.rest}</th>
            </tr>
          </thead>
          <tbody>
            {options.map(({ place, text, code, right, beliefs, students, share, rest }) => (
              <tr key={place}>
                <th scope="row">
                  {code ? <code>{text}</code> : text}{' '}
                  {right && <Chip tone="ok">{varies ? t.options.rightHere : t.options.right}</Chip>}
                </th>
                <td>
                  {share !== null && (
                    <span className={styles.figure}>
                      <Bar share={share} />
                      <b>{t.percent(share)}</b>
                    </span>
                  )}
                  <Names students={students} course={course} />
                </td>
                <td>
                  {beliefs.map((belief) => (
                    <div key={belief.id}>{t.ideaOf(belief.title, belief.students)}</div>
                  ))}
                </td>
                <td>
                  {rest === null ? (
                    <span className={styles.unknown}>{t.options.tooFew}</span>
                  ) : (
                    t.percent(rest)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className={styles.legend}>{t.options.restMeaning}</p>
    </Panel>
  );
}
