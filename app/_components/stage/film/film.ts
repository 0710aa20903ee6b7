/**
 * A film: everything that the memory stage draws for one program, computed once from its trace (see
 * `make-film.ts`). Plain data, so that a page or a worker can hand it to the browser; the simulator itself
 * never has to travel.
 *
 * The cast says who appears at all and how much room each needs; from it the layout gives each one place for
 * the whole run. The scenes say how each looks after each step. Equal parts of two scenes are the same
 * object (`===`), so that a step redraws only what changed.
 */
import type { EventKind } from '../../ui/event-mark';
import type { Scratch } from './scratch';

/** Hue of an object: 1 to 6, in order of creation, then round again. 0: no object. */
export type Hue = number;

/** A name of one frame, as it appears anywhere in the run. */
export interface NameRole {
  /** Frame and name, as one key. */
  readonly key: string;
  readonly name: string;
  /** Number of the activation: 0 is the module. */
  readonly frame: number;
  /** The object it first refers to, which decides its height; null: it never refers to one. */
  readonly first: number | null;
  /** All objects it ever refers to. */
  readonly targets: readonly number[];
}

/** An activation of a function, for the heading above its names. */
export interface FrameRole {
  readonly id: number;
  readonly label: string;
  /** First and last scene in which it is active. */
  readonly from: number;
  readonly to: number;
}

export type BodyShape =
  | { readonly type: 'grid'; readonly columns: number; readonly rows: number }
  /** Labelled slots, one a line. */
  | { readonly type: 'slots'; readonly rows: number }
  | { readonly type: 'text'; readonly lines: number };

/** An object of the program. */
export interface ObjectRole {
  readonly id: number;
  /** The number that people see: #1, #2 … in order of creation among the objects shown. */
  readonly number: number;
  readonly hue: Hue;
  /** array, view, list, dict, function … */
  readonly kind: string;
  readonly body: BodyShape;
  /** Characters of its widest value, in any scene. */
  readonly charsWide: number;
  /** Its values are drawn in a strip or a lane as well. */
  readonly inMemory: boolean;
  /** Lines of facts beside the body. */
  readonly facts: number;
  readonly from: number;
  /** Scene in which it is freed; null: it outlives the run. */
  readonly freed: number | null;
  /** Whether the collector frees it. */
  readonly collected: boolean;
}

/** A strip of cells: the memory that an array owns. */
export interface BufferRole {
  readonly id: number;
  readonly owner: number;
  /** Bytes of a cell. */
  readonly cellBytes: number;
  readonly cells: number;
  /** Which cells are shown, in order; all of them unless there are too many. */
  readonly shown: readonly number[];
  readonly chars: number;
  readonly from: number;
}

/** A reference from one object to another, in any scene: counted, or weak. */
export interface LinkRole {
  readonly key: string;
  readonly source: number;
  readonly target: number;
  /** 'base', '[0]', `['k']`, '.x' … */
  readonly label: string;
  /** A weak reference: it points to the object without holding it, and is not counted. */
  readonly weak: boolean;
  readonly from: number;
  readonly to: number;
}

/** What a view sees of a buffer. */
export interface LaneRole {
  readonly object: number;
  readonly buffer: number;
  readonly dimensions: number;
}

export interface Cast {
  readonly frames: readonly FrameRole[];
  readonly names: readonly NameRole[];
  readonly objects: readonly ObjectRole[];
  readonly buffers: readonly BufferRole[];
  readonly links: readonly LinkRole[];
  readonly lanes: readonly LaneRole[];
}

export interface NameState {
  readonly key: string;
  /** bound · cut: removed in this step · gone: removed before */
  readonly status: 'bound' | 'cut' | 'gone';
  /** What it refers to, or referred to before it was removed; null where that is not an object. */
  readonly target: number | null;
  /** The value of a name that refers to an int, a text, None …; empty otherwise. */
  readonly text: string;
  readonly hue: Hue;
  /** Bound in this step. */
  readonly isNew: boolean;
  /** The statement wrote through it. */
  readonly via: boolean;
  /** Step of its removal; null while it is bound. */
  readonly removed: number | null;
}

export interface ValueCell {
  readonly text: string;
  readonly now: boolean;
}

export interface Slot {
  readonly label: string;
  /** A value, or #n for an object. */
  readonly text: string;
  readonly hue: Hue;
  readonly now: boolean;
}

export type Body =
  | { readonly type: 'grid'; readonly columns: number; readonly cells: readonly ValueCell[] }
  | { readonly type: 'slots'; readonly slots: readonly Slot[] }
  | { readonly type: 'text'; readonly text: string };

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** One reference to an object, with the step since which it is held. */
export interface HolderState {
  readonly label: string;
  readonly kind: string;
  /** The name, where a name holds it. */
  readonly name: string | null;
  /** #n of the object that holds it. */
  readonly number: number | null;
  readonly hue: Hue;
  readonly since: number;
}

export interface ObjectState {
  readonly id: number;
  readonly status: 'live' | 'freed';
  readonly isNew: boolean;
  readonly count: number | null;
  /** The count before this step, where it changed. */
  readonly before: number | null;
  readonly holders: readonly HolderState[];
  readonly body: Body;
  readonly facts: readonly Fact[];
  readonly freed: {
    readonly step: number;
    readonly by: 'rc' | 'gc';
    /** How the collector found it, in the step in which it did. */
    readonly scratch: Scratch | null;
  } | null;
  /** Whether only its own cycle holds it. */
  readonly cycle: boolean;
}

export interface ArrowState {
  readonly key: string;
  readonly isNew: boolean;
  readonly weak: boolean;
}

export interface BufferState {
  readonly id: number;
  readonly live: boolean;
  /** Text of each shown cell. */
  readonly cells: readonly string[];
  /** Shown cells (by place) written in this step, with their text before. */
  readonly written: readonly { readonly place: number; readonly was: string }[];
}

/** A run of shown cells that a view sees side by side. */
export interface Window {
  readonly start: number;
  readonly labels: readonly string[];
  readonly now: readonly boolean[];
}

export interface Stride {
  /** Places of the two cells it joins. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** The last axis is drawn above, the others below. */
  readonly above: boolean;
}

export interface LaneState {
  readonly object: number;
  readonly buffer: number;
  readonly windows: readonly Window[];
  readonly strides: readonly Stride[];
  /** Its shape, strides and offset, in NumPy's words. */
  readonly caption: string;
  /** Made or used in this step: it throws its band up to the strip. */
  readonly focus: boolean;
}

export interface Scene {
  readonly n: number;
  /** Line of the statement that has just finished; null at the start. */
  readonly line: number | null;
  /** Line of the next step; null at the end. */
  readonly next: number | null;
  readonly code: string;
  /** Short name of the act, for the step bar and the table: 'Create A'. */
  readonly act: string;
  /** What happened, in a sentence or two. */
  readonly say: string;
  readonly more: string;
  readonly marks: readonly EventKind[];
  /** All that the program has printed so far. */
  readonly output: string;
  readonly names: readonly NameState[];
  readonly objects: readonly ObjectState[];
  readonly links: readonly ArrowState[];
  readonly buffers: readonly BufferState[];
  readonly lanes: readonly LaneState[];
  /** Activations that have not returned, the module first. */
  readonly frames: readonly number[];
}

/** Why a run ended before the end of the program. */
export interface FilmEnding {
  readonly type: 'finished' | 'raised' | 'syntax' | 'unsupported' | 'limit';
  /** In Python's words: 'NameError: name 'A' is not defined'. */
  readonly message: string;
  readonly traceback: readonly string[];
  /** Lines from 1, columns from 0, end exclusive; null where the run finished. */
  readonly span: {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
  } | null;
}

export interface Film {
  readonly source: string;
  readonly cast: Cast;
  /** Scene 0 is the start; scene n is the memory after step n. */
  readonly scenes: readonly Scene[];
  readonly ending: FilmEnding;
}
