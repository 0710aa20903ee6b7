import type { BeliefFlow } from '@/lib/classroom/analysis';
import * as words from '../../_words';
import { Panel } from '../ui/panel';
import { Prose } from '../ui/prose';
import { ScrollBox } from '../ui/scroll-box';
import styles from './analysis.module.css';
import { Names } from './names';

/** How each misconception moves from the first to the last attempt. */
export function FlowTable({ flow, course }: { flow: readonly BeliefFlow[]; course: string }) {
  const t = words.analysis.flow;
  return (
    <Panel className={styles.panel}>
      <ScrollBox label={t.title}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.idea}</th>
              <th scope="col">{t.first}</th>
              <th scope="col">{t.stayed}</th>
              <th scope="col">{t.left}</th>
              <th scope="col">{t.came}</th>
              <th scope="col">{t.denied}</th>
            </tr>
          </thead>
          <tbody>
            {flow.map(({ id, title, belief, first, stayed, left, came, denied }) => (
              <tr key={id}>
                <th scope="row">
                  {title}
                  <small className={styles.belief}>
                    <Prose text={belief} />
                  </small>
                </th>
                {Object.entries({ first, stayed, left, came, denied }).map(([which, students]) => (
                  <td key={which}>
                    <Names students={students} course={course} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  );
}
