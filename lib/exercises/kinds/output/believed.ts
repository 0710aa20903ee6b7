import { believedTimeline, isUnknown } from '../../facts/believed';
import { printedLines } from '../../facts/output';
import type { Program } from '../contract';
import type { OutputKey } from './key';
import type { OutputAnswer } from './schema';

/** The lines as a belief expects them, from the first on, as far as it has any. */
export function believedOutput(key: OutputKey, program: Program): OutputAnswer | null {
  const timeline = believedTimeline(program);
  if (timeline === null) return null;
  const printed = printedLines(timeline);
  const cells = key.lines.flatMap(({ given }, index) => {
    const text = printed[index]?.text ?? '';
    return given || text.trim() === '' || isUnknown(text) ? [] : [[String(index + 1), text] as const];
  });
  return { kind: 'output', cells: Object.fromEntries(cells) };
}
