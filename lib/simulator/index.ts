/** The simulator's only door. */
export { DEFAULT_LIMITS } from './limits';
export { type SimulateOptions, simulate } from './simulate';
export * from './trace/public';
