/** Widths of the grids that are the same for every exercise, as CSS says them: the head, then each column. */
export const collectionWidths = 'minmax(150px, 1fr) minmax(170px, 1.2fr) minmax(250px, 1.4fr)';
export const outputWidths = '52px minmax(0, 1fr)';
