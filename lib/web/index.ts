import 'server-only';

export { addressOf } from './address';
export { defineAction } from './define-action';
export { defineDownload } from './define-download';
export { defineRoute } from './define-route';
export { defineStream } from './define-stream';
export type { ActionResult, Failure } from './result';
