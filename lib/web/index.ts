import 'server-only';

export { defineAction } from './define-action';
export { defineDownload } from './define-download';
export type { ActionResult, Failure } from './result';
