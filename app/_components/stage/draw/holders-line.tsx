import { Fragment } from 'react';
import * as words from '../../../_words';
import type { ObjectState } from '../film/film';

const MOST = 3;

/** `list x[0]` is `x[0]` here: there is little room, and the brackets say that it is a slot. */
const short = (label: string): string => label.replace(/^(list|tuple|dict) (?=.*\[)/, '');

/** "held by A and B, base of #2": who holds an object, in one line that leads up to the count. */
export function HoldersLine({ state }: { state: ObjectState }) {
  if (state.status === 'freed') return words.stage.heldByNothing;
  if (state.cycle) return words.stage.heldByCycle;
  const bases = state.holders.filter((holder) => holder.kind === 'base');
  const others = state.holders.filter((holder) => holder.kind !== 'base');
  const shown = others.slice(0, MOST);
  const rest = others.length - shown.length;
  return (
    <>
      {shown.length > 0 && `${words.stage.heldBy} `}
      {shown.map((holder, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew for each step
        <Fragment key={i}>
          {i > 0 && (i === shown.length - 1 && rest === 0 ? ` ${words.stage.and} ` : ', ')}
          <b>{holder.name ?? short(holder.label)}</b>
        </Fragment>
      ))}
      {rest > 0 && ` ${words.stage.and} ${words.stage.more(rest)}`}
      {bases.length > 0 &&
        `${shown.length > 0 ? ', ' : ''}${words.stage.baseOf(bases.map((b) => `#${b.number}`).join(', '))}`}
    </>
  );
}
