import 'server-only';

export { defineAction } from './define-action';
export type { ActionResult, Failure } from './result';
