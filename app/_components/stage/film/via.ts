import type { MemoryState } from '@/lib/simulator';
import type { Written } from './memory';

/** The name a statement wrote through: the one it starts with, where that name sees memory that was written. */
export function viaOf(code: string, state: MemoryState, written: Written): string | null {
  const name = /^([A-Za-z_]\w*)\s*(?:[[.]|[-+*/%@&|^<>]{1,2}=)/.exec(code)?.[1];
  if (name === undefined) return null;
  for (const frame of [...state.step.frames].reverse()) {
    const value = frame.names[name];
    if (typeof value !== 'number') continue;
    const record = state.objects.get(value);
    if (record?.kind === 'ndarray') return written.has(record.buffer) ? `${frame.id}:${name}` : null;
    return record && state.step.changed.includes(record) ? `${frame.id}:${name}` : null;
  }
  return null;
}
