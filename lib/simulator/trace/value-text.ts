/** The text of a value as a person would write it: `[10, 2, 3]`, `{'a': [1]}`, `f` for a function. */
import { elementsOf, nestedText } from './elements';
import { kindWord } from './naming';
import type { ObjectId, ObjectRecord, Value } from './records';
import type { MemoryState } from './trace';

/** Elements and characters beyond which a text is cut. */
const MOST_ITEMS = 100;

/** Text of a reference. An object inside itself is `[...]`, as Python prints it. */
export function valueText(
  state: MemoryState,
  value: Value,
  inside: ReadonlySet<ObjectId> = new Set(),
): string {
  if (typeof value === 'string') return value;
  const record = state.objects.get(value);
  if (record === undefined) return '…';
  if (inside.has(value)) return record.kind === 'dict' || record.kind === 'set' ? '{...}' : '[...]';
  return objectText(state, record, new Set([...inside, value]));
}

function objectText(state: MemoryState, record: ObjectRecord, inside: ReadonlySet<ObjectId>): string {
  const text = (value: Value): string => valueText(state, value, inside);
  const list = (values: readonly Value[]): string => {
    const shown = values.slice(0, MOST_ITEMS).map(text);
    return [...shown, ...(values.length > MOST_ITEMS ? ['…'] : [])].join(', ');
  };
  switch (record.kind) {
    case 'ndarray': {
      const elements = elementsOf(state, record);
      if (elements === null || elements.length > MOST_ITEMS)
        return `array of shape (${record.shape.join(', ')})`;
      return nestedText(record.shape, elements.map(text));
    }
    case 'list':
      return `[${list(record.items)}]`;
    case 'tuple':
      return `(${list(record.items)}${record.items.length === 1 ? ',' : ''})`;
    case 'set':
      return record.items.length === 0 ? 'set()' : `{${list(record.items)}}`;
    case 'frozenset':
      return `frozenset({${list(record.items)}})`;
    case 'dict':
      return `{${record.entries.map(([k, v]) => `${text(k)}: ${text(v)}`).join(', ')}}`;
    case 'function':
    case 'class':
    case 'method':
    case 'generator':
      return `${record.kind} ${record.name}`;
    case 'weakref':
      return record.to === 'None' ? 'dead weak reference' : 'weak reference';
    case 'exception':
      return `${record.cls}(${list(record.args)})`;
    case 'bytearray':
    case 'void':
      return record.text ?? kindWord(record);
    default:
      return kindWord(record);
  }
}
