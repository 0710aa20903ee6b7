import {
  CircleDashed,
  CirclePlus,
  Flag,
  Link2,
  type LucideIcon,
  Pencil,
  Recycle,
  Scan,
  Scissors,
} from 'lucide-react';

/** What can happen in a step, as drawn on the step bar. */
export type EventKind = 'start' | 'create' | 'alias' | 'view' | 'write' | 'delete' | 'freed' | 'collect';

const ICONS: Record<EventKind, LucideIcon> = {
  start: Flag,
  create: CirclePlus,
  alias: Link2,
  view: Scan,
  write: Pencil,
  delete: Scissors,
  freed: CircleDashed,
  collect: Recycle,
};

export function EventMark({ kind, size = 14 }: { kind: EventKind; size?: number }) {
  const Icon = ICONS[kind];
  return <Icon size={size} strokeWidth={1.75} aria-hidden="true" />;
}
