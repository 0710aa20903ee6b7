/** Places on the stage, in CSS pixels from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly w: number;
  readonly h: number;
}

/** A strip of cells: the place of each shown cell, and of the marks for cells left out. */
export interface Strip {
  readonly x: number;
  readonly y: number;
  readonly h: number;
  /** Width of one cell. */
  readonly cell: number;
  /** Left edge of each shown cell, from the stage's left edge. */
  readonly lefts: readonly number[];
  /** Left edges of the marks that stand for cells left out. */
  readonly gaps: readonly number[];
  readonly width: number;
}

/** Where everything stands, for the whole run: a step never changes it. */
export interface Places {
  readonly form: 'wide' | 'narrow' | 'tall';
  /** Few objects: everything is drawn larger. */
  readonly roomy: boolean;
  readonly width: number;
  readonly height: number;
  /** Left edges of the three columns; null where a column is missing. */
  readonly columns: { readonly names: number; readonly objects: number; readonly buffers: number | null };
  readonly frames: ReadonlyMap<number, Point>;
  /** Scene in which a later activation takes the block of an earlier one; absent: never. */
  readonly frameUntil: ReadonlyMap<number, number>;
  readonly names: ReadonlyMap<string, Box>;
  /** Where the arrow of a name ends at an object: key `name key>object id`. */
  readonly ports: ReadonlyMap<string, Point>;
  readonly objects: ReadonlyMap<number, Box>;
  /** Scene at which a later object takes the place of a ghost; absent: never. */
  readonly objectUntil: ReadonlyMap<number, number>;
  readonly strips: ReadonlyMap<number, Strip>;
  /** Top of the lane of each view. */
  readonly lanes: ReadonlyMap<number, { readonly y: number; readonly h: number }>;
  /** Paths of the references between objects. */
  readonly links: ReadonlyMap<string, string>;
}
