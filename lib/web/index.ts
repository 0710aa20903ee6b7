import 'server-only';

export { type Definition, defineAction } from './define-action';
export { defineRoute } from './define-route';
export { type ActionResult, type Failure, failureOf, statusOf } from './result';
