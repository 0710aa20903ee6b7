import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import * as words from '../../../../_words';
import { Button } from '../../../ui/button';
import { IconButton } from '../../../ui/icon-button';
import type { Board } from './board';
import { bufferMate, type DrawnObject, drawnHue, drawnName, nextSlot, setSlot, shareBuffer } from './drawing';
import styles from './memory-diagram.module.css';
import { SlotRow } from './slot-row';

/** An object of the drawing: its slots, or, for an array, its base and its buffer. */
export function DrawnCard({ object, board }: { object: DrawnObject; board: Board }) {
  const t = words.kinds.diagram;
  const { drawing, connecting } = board;
  const name = drawnName(drawing, object.id);
  const [number, kind] = name.split(' ');
  const hue = drawnHue(drawing, object.id);
  return (
    <li className={`${styles.card} o${hue}`} data-drawn={object.id}>
      <fieldset aria-label={name}>
        <header>
          {connecting ? (
            <button type="button" className={styles.choose} onClick={() => board.connectTo(object.id)}>
              <span className="sr">{t.choose(name)}</span>
              <b aria-hidden="true">{number}</b> <span aria-hidden="true">{kind}</span>
            </button>
          ) : (
            <span className={styles.title}>
              <b>{number}</b> {kind}
            </span>
          )}
          <IconButton label={t.remove(name)} onClick={() => board.remove(object.id)}>
            <X size={15} aria-hidden="true" />
          </IconButton>
        </header>
        {object.type === 'array' ? (
          <ArrayFacts object={object} board={board} />
        ) : (
          object.type !== 'set' && <Slots object={object} board={board} />
        )}
      </fieldset>
    </li>
  );
}

function Slots({ object, board }: { object: DrawnObject; board: Board }) {
  const t = words.kinds.diagram;
  const { drawing, edit } = board;
  const name = drawnName(drawing, object.id);
  const [label, setLabel] = useState('');
  const next = label.trim() || nextSlot(object);
  const taken = next in object.slots;
  const add = () => {
    if (next === '' || taken) return;
    edit(setSlot(drawing, object.id, next, { value: '' }));
    setLabel('');
  };
  return (
    <>
      <ul className={styles.slots} aria-label={t.slots(name)}>
        {Object.keys(object.slots).map((slot) => (
          <SlotRow key={slot} object={object} slot={slot} board={board} />
        ))}
      </ul>
      <div className={styles.adding}>
        <input
          type="text"
          aria-label={t.slotName(name)}
          placeholder={nextSlot(object) || t.slotExample[object.type]}
          value={label}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => setLabel(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button small onClick={add} aria-disabled={next === '' || taken}>
          <Plus size={14} aria-hidden="true" /> {t.addSlot}
        </Button>
      </div>
    </>
  );
}

/** What only arrays have: the array that a view has as its base, and the buffer that it shows. */
function ArrayFacts({ object, board }: { object: DrawnObject; board: Board }) {
  const t = words.kinds.diagram;
  const { drawing, edit } = board;
  const name = drawnName(drawing, object.id);
  const others = drawing.objects.filter((one) => one.type === 'array' && one.id !== object.id);
  const base = object.slots.base;
  const baseId = base && 'object' in base ? base.object : '';
  return (
    <dl className={styles.facts}>
      <div
        data-from={`slot.${object.id}.base`}
        className={baseId ? `o${drawnHue(drawing, baseId)}` : undefined}
      >
        <dt>{t.base}</dt>
        <dd>
          <select
            aria-label={t.baseOf(name)}
            value={baseId}
            onChange={({ target }) => {
              const to = target.value === '' ? undefined : { object: target.value };
              edit(setSlot(drawing, object.id, 'base', to));
            }}
          >
            <option value="">{t.ownsData}</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {drawnName(drawing, one.id)}
              </option>
            ))}
          </select>
        </dd>
      </div>
      <div>
        <dt>{t.buffer}</dt>
        <dd>
          <select
            aria-label={t.bufferOf(name)}
            value={bufferMate(drawing, object.id) ?? ''}
            onChange={({ target }) => edit(shareBuffer(drawing, object.id, target.value || null))}
          >
            <option value="">{t.ownBuffer}</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {t.shared(drawnName(drawing, one.id))}
              </option>
            ))}
          </select>
        </dd>
      </div>
    </dl>
  );
}
