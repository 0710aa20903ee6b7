'use client';

import { createContext, useContext, useId, useRef, useState } from 'react';
import * as words from '../../../_words';
import { CountFace, countLook } from '../../ui/count';
import { NameTag } from '../../ui/name-tag';
import { Prose } from '../../ui/prose';
import type { ObjectState } from '../film/film';
import styles from './why.module.css';

const WIDTH = 300;

/** The statement of the step that is shown. A context, so that a card whose object did not change is not drawn again. */
export const StepCode = createContext('');

/** Below its badge where there is room, above it where not. */
function positionUnder(badge: DOMRect, height: number): { left: number; top: number } {
  const left = Math.max(8, Math.min(badge.right - WIDTH + 24, window.innerWidth - WIDTH - 8));
  const below = badge.bottom + 10;
  const top = below + height > window.innerHeight - 8 ? Math.max(8, badge.top - height - 10) : below;
  return { left, top };
}

/** The badge with the count of an object; pressed, it lists the holders, which add up. */
export function Why({ state, number, large }: { state: ObjectState; number: number; large: boolean }) {
  const id = useId();
  const badge = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const { count, before } = state;
  const changed = before !== null && before !== count;
  const label =
    changed && count !== null
      ? words.stage.badgeChanged(number, before, count)
      : words.stage.badge(number, count);
  const onToggle = (isOpen: boolean) => {
    setOpen(isOpen);
    if (!isOpen || !badge.current || !panel.current) return;
    const { left, top } = positionUnder(badge.current.getBoundingClientRect(), panel.current.offsetHeight);
    panel.current.style.left = `${left}px`;
    panel.current.style.top = `${top}px`;
  };
  return (
    <span className={styles.wrap}>
      {changed && (
        <span className={styles.was} aria-hidden="true">
          {before} →
        </span>
      )}
      <button
        ref={badge}
        type="button"
        className={`${countLook(count)} ${styles.badge} ${changed ? styles.now : ''} ${large ? styles.large : ''}`}
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        popoverTarget={id}
        data-count={count ?? 'none'}
        data-touched={changed || state.isNew}
      >
        <CountFace count={count} />
        {changed && count !== null && (
          <span className={styles.delta} data-delta={count - before}>
            {words.stage.delta(count - before)}
          </span>
        )}
        {large && count !== null && count > 0 && <span className={styles.why}>{words.stage.why(count)}</span>}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={count === null ? words.count.immortal : words.stage.whyTitle(count, number)}
        className={styles.panel}
        onToggle={(event) => onToggle(event.newState === 'open')}
      >
        {open && <WhyList state={state} number={number} />}
      </div>
    </span>
  );
}

/** One sentence on what the step did to a count. */
function noteOf({ isNew, count, before }: ObjectState, code: string): string {
  if (count === null) return '';
  if (isNew || code === '') return words.stage.noteStart;
  if (before === null || before === count) return words.stage.noteSame(code);
  return count > before ? words.stage.noteAdded(code) : words.stage.noteLost(code);
}

function WhyList({ state, number }: { state: ObjectState; number: number }) {
  const note = noteOf(state, useContext(StepCode));
  return (
    <>
      <h3>{state.count === null ? words.count.immortal : words.stage.whyTitle(state.count, number)}</h3>
      <ol>
        {state.holders.map((holder, i) => (
          // Two references of the same holder (x = [A, A]) may read the same.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew for each step
          <li key={i}>
            {holder.name !== null ? (
              <NameTag name={holder.name} hue={holder.hue} small />
            ) : (
              <span className={`${styles.number} o${holder.hue}`}>
                {holder.number === null ? '·' : `#${holder.number}`}
              </span>
            )}
            <span>
              {holder.name !== null
                ? words.stage.holderName(holder.since)
                : holder.kind === 'base'
                  ? words.stage.holderBase(number)
                  : `${holder.label}, ${words.stage.since(holder.since)}`}
            </span>
          </li>
        ))}
      </ol>
      {note && (
        <p>
          <Prose text={note} />
        </p>
      )}
    </>
  );
}
