/** The simulator's only door. */
export { DEFAULT_LIMITS } from './limits';
export { type SimulateOptions, simulate } from './simulate';
export { type Module, type Node as SyntaxNode, PythonSyntaxError, parse } from './syntax';
export * from './trace/public';
