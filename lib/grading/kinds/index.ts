import { followThroughByDefault } from '@/lib/exercises/content/parts';
import type { KindName, Shapes } from '@/lib/exercises/kinds';
import { gradeChoice } from './choice/grade';
import { gradeCollection } from './collection/grade';
import type { Grade } from './contract';
import { gradeMemoryDiagram } from './memory-diagram/grade';
import { gradeOrder } from './order/grade';
import { gradeOutput } from './output/grade';
import { gradeProgram } from './program/grade';
import { gradeTraceTable } from './trace-table/grade';

/** How each kind is marked. */
export const graders: { readonly [Name in KindName]: Grade<Shapes[Name]> } = {
  choice: gradeChoice,
  'trace-table': (key, parts, { followThrough }, { run }) =>
    gradeTraceTable(key, parts, { followThrough, run }),
  collection: (key, parts, { followThrough }) =>
    gradeCollection(key, parts, { followThrough: followThrough ?? followThroughByDefault }),
  output: (key, parts, { followThrough }, { run }) =>
    gradeOutput(key, parts, { followThrough: followThrough ?? followThroughByDefault, run }),
  'memory-diagram': gradeMemoryDiagram,
  program: gradeProgram,
  order: gradeOrder,
};
