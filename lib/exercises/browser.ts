/** What the browser may import of the exercises: schemas of what it sees and sends, and how a cell is read. */
export { type CellReading, type ColumnType, readCell } from './cells/cell';
export { type Answer, answerSchema, type PublicExercise, publicExerciseSchema } from './public';
