/** The shapes of format 1: how a trace is written down to be compared with one recorded from CPython. */
import type { EdgeKind } from '../../memory/object';

/** `"@o3"` refers to an object, null is an unbound cell, anything else is literal text. */
export type FormatValue = string | null;

/** One object at one event; its fields depend on `t`. */
export interface FormatRecord {
  readonly t: string;
  readonly [field: string]: unknown;
  rc?: number;
  by?: Readonly<Record<string, number>>;
  hidden?: number;
}

export interface FormatFrame {
  readonly fn: string;
  readonly line: number | null;
  readonly vars: Readonly<Record<string, FormatValue>>;
}

export interface FormatEvent {
  readonly n: number;
  readonly line: number | null;
  readonly stmt: string;
  readonly fn: string;
  readonly out?: string;
  readonly frames: readonly FormatFrame[];
  readonly ret?: FormatValue;
  readonly objs: Readonly<Record<string, FormatRecord>>;
  readonly freed?: readonly (readonly [string, 'rc' | 'gc'])[];
}

export interface FormatTrace {
  readonly format: 1;
  readonly error: { readonly type: string; readonly msg: string; readonly line: number | null } | null;
  readonly events: readonly FormatEvent[];
}

/** Who holds an object, counted by kind. null: reached, not held. */
export type Held = Map<EdgeKind | null, number>;
