import type { PointerEvent } from 'react';
import type { Drawing, DrawnType } from './drawing';

/** A name or a slot that is to be connected with an object. */
export interface Connection {
  /** 'name.a', 'slot.d1.0': where its arrow begins. */
  readonly end: string;
  /** For people: 'a', '[0] of #1 list'. */
  readonly label: string;
  /** The drawing in which it refers to an object. */
  readonly connected: (object: string) => Drawing;
}

/** A drawing, and what can be done to it. */
export interface Board {
  readonly drawing: Drawing;
  /** Changes with the same key, one after the other, are undone as one. */
  readonly edit: (drawing: Drawing, key?: string) => void;
  readonly add: (type: DrawnType) => void;
  readonly remove: (id: string) => void;
  /** What waits for the object that it refers to; null for nothing. */
  readonly connecting: Connection | null;
  /** What a connector does: a press begins a connection, a drag makes it where it ends. */
  readonly connector: (connection: Connection) => {
    readonly onClick: () => void;
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  };
  /** Ends the connection at this object. */
  readonly connectTo: (object: string) => void;
}
