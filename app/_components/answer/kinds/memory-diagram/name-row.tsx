import * as words from '../../../../_words';
import { NameTag } from '../../../ui/name-tag';
import type { Board } from './board';
import { drawnHue, objectOf, setName } from './drawing';
import styles from './memory-diagram.module.css';
import { TargetSelect } from './target-select';

/** A name: its tag, in the hue of what it refers to, and what that is. */
export function NameRow({ name, board }: { name: string; board: Board }) {
  const t = words.kinds.diagram;
  const { drawing, edit, connecting } = board;
  const target = drawing.names[name];
  const end = `name.${name}`;
  return (
    <li className={styles.name}>
      <button
        type="button"
        className={styles.tag}
        aria-label={t.connect(name)}
        aria-pressed={connecting?.end === end}
        data-from={end}
        {...board.connector({ end, label: name, connected: (id) => setName(drawing, name, { object: id }) })}
      >
        <NameTag name={name} hue={drawnHue(drawing, objectOf(target))} gone={target === null} />
      </button>
      <TargetSelect
        label={t.target(name)}
        valueLabel={t.value(name)}
        drawing={drawing}
        target={target}
        withUnbound
        onSet={(to) => edit(setName(drawing, name, to), end)}
      />
    </li>
  );
}
