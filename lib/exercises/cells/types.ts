/** What cells ask, and what is written in them. */
import type { Literal } from '../literals/literal';

/**
 * What a cell of a table asks: what a name shows, how often an object is referred to, whether it is freed,
 * which other names refer to the same object, what is printed.
 */
export const columnTypes = ['value', 'count', 'freed', 'same', 'output'] as const;
export type ColumnType = (typeof columnTypes)[number];

/** Beside those of tables: the step at which an object is freed, what frees it, a line of output. */
export type CellType = ColumnType | 'when' | 'how' | 'line';

/** What frees an object: its reference count, the cyclic collector, or nothing. */
export type How = 'rc' | 'gc' | 'never';

export type Cell =
  | { readonly type: 'undefined' }
  | { readonly type: 'value'; readonly literal: Literal }
  | { readonly type: 'count'; readonly count: number }
  | { readonly type: 'freed'; readonly freed: boolean }
  /** The other names, in the order of the alphabet. */
  | { readonly type: 'same'; readonly names: readonly string[] }
  /** '' where nothing is printed. */
  | { readonly type: 'output'; readonly text: string }
  /** null: never. */
  | { readonly type: 'when'; readonly step: number | null }
  | { readonly type: 'how'; readonly by: How };
