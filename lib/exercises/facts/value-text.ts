import { elementsOf, type MemoryState, nestedText, type ObjectRecord, type Value } from '@/lib/simulator';

/** Deeper values, and those that contain themselves, are not written out. */
const deepest = 6;
const notWritten = '…';

/** A value as a cell shows it: arrays as nested lists, containers as Python writes them. Not always a literal. */
export function valueText(memory: MemoryState, value: Value, depth = 0): string {
  if (typeof value === 'string') return value;
  const record = memory.objects.get(value);
  if (record === undefined || depth > deepest) return notWritten;
  return recordText(memory, record, (inner) => valueText(memory, inner, depth + 1));
}

function recordText(memory: MemoryState, record: ObjectRecord, text: (value: Value) => string): string {
  switch (record.kind) {
    case 'ndarray': {
      const elements = elementsOf(memory, record);
      return elements === null ? notWritten : nestedText(record.shape, elements.map(text));
    }
    case 'list':
      return `[${record.items.map(text).join(', ')}]`;
    case 'tuple':
      return record.items.length === 1
        ? `(${record.items.map(text).join('')},)`
        : `(${record.items.map(text).join(', ')})`;
    case 'set':
      return record.items.length === 0 ? 'set()' : `{${record.items.map(text).join(', ')}}`;
    case 'dict':
      return `{${record.entries.map(([key, item]) => `${text(key)}: ${text(item)}`).join(', ')}}`;
    default:
      return notWritten;
  }
}
