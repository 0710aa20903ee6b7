import 'server-only';
import pino from 'pino';
import { env } from './env';

let logger: pino.Logger | undefined;

/** The process's log: one JSON object a line, on standard error. Answers, passwords and programs are not logged. */
export function log(): pino.Logger {
  logger ??= pino({ level: env().LOG_LEVEL, base: null }, pino.destination({ fd: 2, sync: true }));
  return logger;
}
