/**
 * Every way in which a request or a command can fail. The set is closed: what is shown to people, the HTTP
 * status and the tests all go by these codes.
 */
export const errorCodes = [
  'invalid-input',
  'not-signed-in',
  'forbidden',
  'not-found',
  'conflict',
  'closed',
  'attempts-used-up',
  'rate-limited',
  'too-large',
  'unsupported-program',
  'content-invalid',
  'configuration',
  'cannot-start',
  'database-unavailable',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export interface AppErrorOptions {
  /** What the reader can do about it, as a full sentence. */
  readonly remedy?: string;
  /** Facts for the caller, such as the messages by form field. Never secrets: they reach the browser. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** An expected failure. `message` is a plain sentence for people. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly remedy: string | undefined;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.remedy = options.remedy;
    this.details = options.details;
  }
}

/** True for errors made by this application, whatever bundle the class came from. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error;
}
