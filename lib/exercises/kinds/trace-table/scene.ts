/**
 * The state before a step, in a form that can be built again with other values in it: what a student wrote
 * for the step before. Only states that a few assignments can build have a scene; for the others no step is
 * taken from the student's own state.
 */
import type { MemoryState, ObjectRecord } from '@/lib/simulator';
import { type LessonStep, referent, type Timeline, valueCell } from '../../facts/timeline';
import { showLiteral } from '../../literals/literal';
import type { Scene } from './key';

const simpleStatements = new Set(['Assign', 'AugAssign', 'Delete', 'Expr']);
/** The dtypes that np.array gives to a literal by itself. */
const plainDtypes = new Set(['int64', 'float64', 'bool']);

/** The scene of a step; null where it cannot be built again from literals. */
export function sceneBefore(timeline: Timeline, step: LessonStep): Scene | null {
  const { span, stmt } = step.memory.step;
  // The first column: a statement of a loop or of a function has a state that names alone do not give.
  if (span === null || span.column !== 0 || !simpleStatements.has(stmt)) return null;
  const before = timeline.steps[step.n - 2]?.memory;
  if (before === undefined) return null;
  const [module, ...calls] = before.step.frames;
  if (module === undefined || calls.length > 0 || module.stack.length > 0) return null;
  const imports: string[] = [];
  let numpy: string | null = null;
  for (const { source } of timeline.imports) imports.push(source);
  const names: Scene['names'] = [];
  for (const name of Object.keys(module.names)) {
    const value = referent(before, name);
    if (value === undefined || name.startsWith('__')) continue;
    if (typeof value === 'string' && value.startsWith('<module ')) {
      if (value === '<module numpy>') numpy = name;
      continue;
    }
    const cell = valueCell(before, name);
    if (cell?.type !== 'value') return null;
    const kind = typeof value === 'string' ? 'atom' : buildable(before.objects.get(value));
    if (kind === null) return null;
    const object = typeof value === 'number' ? value : null;
    names.push({ name, object, kind, text: showLiteral(cell.literal) });
  }
  return onlyNamesHold(before, names) ? { source: step.source, imports, numpy, names } : null;
}

/** Arrays that own their data, of a dtype that a literal gives, and lists of atoms. */
function buildable(record: ObjectRecord | undefined): 'array' | 'list' | null {
  if (record?.kind === 'ndarray') {
    return record.base === 'None' && record.flags.owns && plainDtypes.has(record.dtype) ? 'array' : null;
  }
  if (record?.kind === 'list') return record.items.every((item) => typeof item === 'string') ? 'list' : null;
  return null;
}

/** Whether names alone hold the objects (and the code its constants): then the names tell the whole state. */
function onlyNamesHold(memory: MemoryState, names: Scene['names']): boolean {
  for (const record of memory.objects.values()) {
    const holding = names.filter((one) => one.object === record.id).length;
    if (record.count !== holding + (memory.constants[record.id] ?? 0)) return false;
  }
  return true;
}
