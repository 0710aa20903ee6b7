import type { kindNames } from '../content/kind-names';
import type { Edit } from './edit-yaml';
import type { FormData } from './read-form';
import type { Plain } from './styled';

export type KindName = (typeof kindNames)[number];

/** The keys that are a kind's own; each writes its wrong answers in a manner of its own as well. */
const ownKeys: Readonly<Record<KindName, readonly string[]>> = {
  choice: ['ask', 'change', 'several', 'order', 'options'],
  'trace-table': ['columns', 'steps', 'given', 'followThrough'],
  collection: ['objects', 'followThrough'],
  output: ['given', 'followThrough'],
  'memory-diagram': ['after', 'names'],
  program: ['goals', 'solution'],
  order: ['goals', 'distractors', 'head'],
};

const everyOwnKey = new Set([...Object.values(ownKeys).flat(), 'wrong']);

/** The first name that a program binds. */
export const firstName = (snippet: string): string => /^([A-Za-z_]\w*)\s*=(?!=)/m.exec(snippet)?.[1] ?? 'A';

/** Something to begin with, for each kind. */
function beginning(kind: KindName, snippet: string): Readonly<Record<string, Plain>> {
  const name = firstName(snippet);
  switch (kind) {
    case 'choice':
      return {
        ask: { value: name, step: 1 },
        options: [{ ask: { value: name, step: 1 } }, 'not defined'],
      };
    case 'trace-table':
      return { columns: [{ value: name }, { count: name }] };
    case 'collection':
      return { objects: [name] };
    case 'output':
      return {};
    case 'memory-diagram':
      return { after: 'end' };
    case 'program':
      return { goals: [{ freed: name }], solution: snippet };
    case 'order':
      return { goals: [{ kept: name }] };
  }
}

/** What makes an exercise one of another kind: what is the old kind's own goes, and something to begin with comes. */
export function kindChanged(data: FormData, kind: KindName, snippet: string): Edit[] {
  const gone = Object.keys(data).filter((key) => everyOwnKey.has(key));
  return [
    ...gone.map((key): Edit => ({ remove: [key] })),
    { set: ['kind'], to: kind },
    ...Object.entries(beginning(kind, snippet)).map(([key, to]): Edit => ({ set: [key], to })),
  ];
}
