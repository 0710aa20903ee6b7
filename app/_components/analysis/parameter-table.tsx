import type { ItemAnalysis } from '@/lib/classroom/analysis';
import * as words from '../../_words';
import { Panel } from '../ui/panel';
import { ScrollBox } from '../ui/scroll-box';
import styles from './analysis.module.css';
import { FacilityFigure } from './figures';

/** The facility by each value of what differs from variant to variant. */
export function ParameterTable({ parameters }: Pick<ItemAnalysis, 'parameters'>) {
  const t = words.analysis;
  return (
    <Panel className={styles.panel}>
      <ScrollBox label={t.parameters.title}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.parameters.parameter}</th>
              <th scope="col">{t.parameters.value}</th>
              <th scope="col">{t.n}</th>
              <th scope="col">{t.facility}</th>
            </tr>
          </thead>
          {parameters.map(({ name, values, rare }) => (
            <tbody key={name}>
              {values.map(({ text, n, facility }, index) => (
                <tr key={text}>
                  {index === 0 && (
                    <th scope="rowgroup" rowSpan={values.length + (rare.values > 0 ? 1 : 0)}>
                      <code>{name}</code>
                    </th>
                  )}
                  <td>
                    <code>{text}</code>
                  </td>
                  <td>{n}</td>
                  <td>
                    <FacilityFigure facility={facility} />
                  </td>
                </tr>
              ))}
              {rare.values > 0 && (
                <tr>
                  {values.length === 0 && (
                    <th scope="rowgroup">
                      <code>{name}</code>
                    </th>
                  )}
                  <td colSpan={3} className={styles.unknown}>
                    {t.parameters.rare(rare.values, rare.answers)}
                  </td>
                </tr>
              )}
            </tbody>
          ))}
        </table>
      </ScrollBox>
    </Panel>
  );
}
