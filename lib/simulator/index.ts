/** The simulator's only door. */
export { type SimulateOptions, simulate } from './simulate';
export { type Module, type Node as SyntaxNode, PythonSyntaxError, parse } from './syntax';
export * from './trace/public';
