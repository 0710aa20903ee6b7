import { type ErrorCode, isAppError } from '@/lib/common/errors';
import { log } from '@/lib/common/log';
import { translateDatabaseError } from '@/lib/db/errors';

/** What the browser is told of a failure. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly remedy?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export type ActionResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** Meant for machines and people of this site alone; everything else is "internal". */
const hidden = new Set<ErrorCode>(['internal', 'configuration', 'cannot-start', 'content-invalid']);

const general: Failure = {
  code: 'internal',
  message: 'Something went wrong on our side.',
  remedy: 'Try again. What you had saved is kept.',
};

/** An error for the browser: expected ones speak for themselves, the others are logged and told in general words. */
export function failureOf(error: unknown): Failure {
  const known = translateDatabaseError(error);
  if (!isAppError(known) || hidden.has(known.code)) {
    log().error({ err: error }, 'unexpected error');
    return general;
  }
  if (known.code === 'database-unavailable') log().error({ err: error }, 'database unavailable');
  const { code, message, remedy, details } = known;
  return {
    code,
    message,
    ...(remedy === undefined ? {} : { remedy }),
    ...(details === undefined ? {} : { details }),
  };
}

/** The HTTP status of each code. */
export const statusOf: Readonly<Record<ErrorCode, number>> = {
  'invalid-input': 400,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  closed: 409,
  'attempts-used-up': 409,
  'rate-limited': 429,
  'too-large': 413,
  'unsupported-program': 422,
  'content-invalid': 500,
  configuration: 500,
  'cannot-start': 500,
  'database-unavailable': 503,
  internal: 500,
};
