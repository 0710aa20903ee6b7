import type { DraftProblem, DraftText } from '@/lib/classroom/authoring';
import type { Place } from '@/lib/exercises/form/edit-yaml';
import { placeAt } from '@/lib/exercises/form/place-at';
import type { Span } from '../../try/editor-props';
import { placeKey } from '../form/form-context';

/** The errors of exercise.yaml by the places of its values, as the fields of the form ask for them. */
export function problemsByPlace(
  yaml: string,
  problems: readonly DraftProblem[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { file, severity, line, column, message } of problems) {
    if (file !== 'exercise.yaml' || severity !== 'error') continue;
    const key = placeKey(placeAt(yaml, line, column));
    const before = found.get(key);
    found.set(key, before === undefined ? message : `${before} ${message}`);
  }
  return found;
}

/** The problems of one file as an editor marks them: each to the end of its line. */
export function spansOf(
  draft: DraftText,
  file: DraftProblem['file'],
  problems: readonly DraftProblem[],
): Span[] {
  const lines = (file === 'snippet.py' ? draft.snippet : draft.yaml).split('\n');
  return problems
    .filter((problem) => problem.file === file && problem.severity === 'error')
    .map(({ line, column }) => ({
      line,
      column: column - 1,
      endLine: line,
      endColumn: Math.max(lines[line - 1]?.length ?? 0, column),
    }));
}

/** The field of the form that is about a place, or about the nearest one above it; null where none is. */
export function fieldOf(root: ParentNode, place: Place): HTMLElement | null {
  for (let length = place.length; length > 0; length -= 1) {
    const key = placeKey(place.slice(0, length));
    const found = root.querySelector<HTMLElement>(`[data-place="${CSS.escape(key)}"]`);
    if (found) return found;
  }
  return null;
}
