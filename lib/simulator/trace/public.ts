/** What others may use of the trace: types, the memory after a step, holders, events, words and formats. */
export { elementsOf } from './elements';
export { eventsOf } from './events';
export { type FormatEvent, type FormatRecord, type FormatTrace, format1 } from './format1';
export { holders } from './holders';
export { eachOffset, itemSize, sizeOf } from './layout';
export { type LessonStep, lessonSteps, numberOfStep } from './lesson-steps';
export { type Narration, narrate } from './narration';
export type * from './records';
export { sourceAt } from './source-text';
export { stateAt } from './state';
export { executionTable, moduleNames, objectOfName, type TableCell, type TableRow } from './table';
export type * from './trace';
export { valueText } from './value-text';
