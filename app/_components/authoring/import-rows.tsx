import type { ImportItem } from '@/lib/classroom/authoring';
import * as words from '../../_words';
import { Chip, type ChipTone } from '../ui/chip';
import { Panel } from '../ui/panel';
import { ScrollBox } from '../ui/scroll-box';
import styles from './authoring.module.css';

const tones: Readonly<Record<ImportItem['status'], ChipTone>> = {
  bad: 'no',
  changed: 'carry',
  new: 'ok',
  unchanged: 'plain',
};

/** What an import does with each exercise of the file; what needs a look stands first. */
export function ImportRows({ items }: { items: readonly ImportItem[] }) {
  const t = words.authoring.imports;
  const statuses = Object.keys(tones);
  const sorted = items.toSorted((a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status));
  return (
    <Panel>
      <ScrollBox label={t.preview}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.exercise}</th>
              <th scope="col">{t.row}</th>
              <th scope="col">{t.what}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((item) => (
              <tr key={item.path}>
                <th scope="row">
                  {item.title || words.authoring.untitled}
                  <small>{item.path || t.top}</small>
                </th>
                <td>
                  <Chip tone={tones[item.status]}>{t.kind[item.status]}</Chip>
                </td>
                <td className={styles.told}>
                  {item.newId && <p>{t.newId}</p>}
                  {item.replacesDraft && <p>{t.replacesDraft}</p>}
                  <ul>
                    {item.problems.map(({ file, line, column, message, severity }) => (
                      <li key={`${file}:${line}:${column}:${message}`}>
                        <code>{`${file}:${line}:${column}`}</code> {severity === 'warning' && t.warning}{' '}
                        {message}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  );
}
