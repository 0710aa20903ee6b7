'use client';

import { type PointerEvent, useEffect, useState } from 'react';
import * as words from '../../../../_words';
import type { KindProps } from '../../model';
import type { Board, Connection } from './board';
import { addObject, type Drawing, drawnName, mostObjects, removeObject } from './drawing';

/** The drawing of an answer, with everything that can be done to it told to `say`. */
export function useBoard(
  { answer: drawing, onChange }: Pick<KindProps<'memory-diagram'>, 'answer' | 'onChange'>,
  say: (text: string) => void,
): Board {
  const t = words.kinds.diagram;
  const [connecting, setConnecting] = useState<Connection | null>(null);
  useEffect(() => {
    if (connecting === null) return;
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && setConnecting(null);
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [connecting]);
  const edit = (next: Drawing, key?: string) => onChange(next, key);
  const finish = (connection: Connection, object: string) => {
    setConnecting(null);
    edit(connection.connected(object));
    say(t.refers(connection.label, drawnName(drawing, object)));
  };
  return {
    drawing,
    edit,
    add: (type) => {
      if (drawing.objects.length >= mostObjects) return say(t.full(mostObjects));
      const { drawing: larger, id } = addObject(drawing, type);
      edit(larger);
      say(t.added(drawnName(larger, id)));
    },
    remove: (id) => {
      edit(removeObject(drawing, id));
      say(t.removed(drawnName(drawing, id)));
    },
    connecting,
    connectTo: (object) => connecting && finish(connecting, object),
    connector: (connection) => ({
      onClick: () => {
        const begin = connecting?.end !== connection.end;
        setConnecting(begin ? connection : null);
        if (begin) say(drawing.objects.length === 0 ? t.none : t.connecting(connection.label));
      },
      onPointerDown: (event) => whenDropped(event, (object) => finish(connection, object)),
    }),
  };
}

/** Calls back where a pointer that was pressed here is let go over an object of the drawing. */
function whenDropped({ pointerId }: PointerEvent<HTMLElement>, onDrop: (object: string) => void): void {
  const end = (event: globalThis.PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    if (event.type === 'pointercancel') return;
    const under = document.elementFromPoint(event.clientX, event.clientY);
    // A press on a slot is let go over its own card: that is no drag.
    const object = under?.closest('[data-from]') ? null : under?.closest<HTMLElement>('[data-drawn]');
    if (object?.dataset.drawn) onDrop(object.dataset.drawn);
  };
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}
