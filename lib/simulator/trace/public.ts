/** What others may use of the trace: types, the memory after a step, holders, events, words and formats. */
export { AuditFailure } from './audit';
export { elementsOf, nestedText } from './elements';
export { format1, type FormatEvent, type FormatRecord, type FormatTrace } from './format1';
export { holders } from './holders';
export { eachOffset, itemSize, sizeOf } from './layout';
export { kindWord, nameFor, namesOf } from './naming';
export type * from './records';
export { START, stateAt } from './state';
export type * from './trace';
