/** The simulator's door. Browsers that load it in parts take `browser.ts`. */
import './parts/all';

export { type SimulateOptions, simulate } from './simulate';
export { type Module, type Node as SyntaxNode, parse } from './syntax';
export * from './trace/public';
