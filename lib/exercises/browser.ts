/** What the browser may import of the exercises: how a cell is read, and the types of what it sees and sends. */
export { type CellReading, type CellType, type ColumnType, readCell } from './cells/cell';
// Types alone: the schemas stay on the server, and their library out of the pages.
export type { Answer, PublicExercise } from './public';
