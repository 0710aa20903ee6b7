import { X } from 'lucide-react';
import * as words from '../../../../_words';
import { IconButton } from '../../../ui/icon-button';
import type { Board } from './board';
import { type DrawnObject, drawnHue, drawnName, objectOf, setSlot } from './drawing';
import styles from './memory-diagram.module.css';
import { TargetSelect } from './target-select';

/** A slot of an object, and what it refers to. */
export function SlotRow({ object, slot, board }: { object: DrawnObject; slot: string; board: Board }) {
  const t = words.kinds.diagram;
  const { drawing, edit, connecting } = board;
  const owner = drawnName(drawing, object.id);
  const shown = object.type === 'object' ? `.${slot}` : `[${slot}]`;
  const target = object.slots[slot];
  const end = `slot.${object.id}.${slot}`;
  const hue = drawnHue(drawing, objectOf(target));
  return (
    <li className={styles.slot}>
      <button
        type="button"
        className={`${styles.port} ${hue > 0 ? `o${hue}` : ''}`}
        aria-label={t.connect(`${shown} of ${owner}`)}
        aria-pressed={connecting?.end === end}
        data-from={end}
        {...board.connector({
          end,
          label: `${shown} of ${owner}`,
          connected: (id) => setSlot(drawing, object.id, slot, { object: id }),
        })}
      >
        <code>{shown}</code>
      </button>
      <TargetSelect
        label={t.slotOf(shown, owner)}
        valueLabel={t.value(`${shown} of ${owner}`)}
        drawing={drawing}
        target={target}
        withUnbound={false}
        onSet={(to) => edit(setSlot(drawing, object.id, slot, to ?? { value: '' }), end)}
      />
      <IconButton
        label={t.removeSlot(shown, owner)}
        onClick={() => edit(setSlot(drawing, object.id, slot, undefined))}
      >
        <X size={14} aria-hidden="true" />
      </IconButton>
    </li>
  );
}
