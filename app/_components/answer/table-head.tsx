import { words } from '../../_words';
import { NameTag } from '../ui/name-tag';
import type { TraceTable } from './model';
import styles from './trace-table.module.css';

/** Names as tags, other questions as words with what they are about. */
export function TableHead({ columns }: { columns: TraceTable['columns'] }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid
    // biome-ignore lint/a11y/useFocusableInteractive: a heading takes no focus
    <div className={styles.head} role="row">
      {/* biome-ignore lint/a11y/useSemanticElements: part of a grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: a heading takes no focus */}
      <span role="columnheader">{words.quiz.program}</span>
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: part of a grid
        // biome-ignore lint/a11y/useFocusableInteractive: a heading takes no focus
        <span key={column.id} role="columnheader">
          {column.type === 'value' ? <NameTag name={column.label} small /> : column.label}
          {column.type !== 'value' && <small>{column.about}</small>}
        </span>
      ))}
    </div>
  );
}
