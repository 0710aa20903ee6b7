import 'server-only';

export { addressOf } from './address';
export { defineAction } from './define-action';
export { defineDownload } from './define-download';
export type { ActionResult, Failure } from './result';
