import { AppError } from '@/lib/common/errors';

/** What went wrong in the database, in the terms of our own rules. */
export type DatabaseFault =
  | 'unique'
  | 'foreign-key'
  | 'check'
  | 'not-found'
  | 'serialization'
  | 'archived'
  | 'unavailable';

const prismaFaults: Readonly<Record<string, DatabaseFault>> = {
  P1000: 'unavailable',
  P1001: 'unavailable',
  P1002: 'unavailable',
  P1003: 'unavailable',
  P1017: 'unavailable',
  P2002: 'unique',
  P2003: 'foreign-key',
  P2004: 'check',
  P2025: 'not-found',
  P2024: 'unavailable',
  P2034: 'serialization',
};

/** SQLSTATE codes, from PostgreSQL's appendix A. */
const sqlFaults: Readonly<Record<string, DatabaseFault>> = {
  '23505': 'unique',
  '23503': 'foreign-key',
  '23514': 'check',
  // Ours, of the triggers that keep archived courses.
  LR001: 'archived',
  '40001': 'serialization',
  '40P01': 'serialization',
  '53300': 'unavailable',
  '57P01': 'unavailable',
  '57P03': 'unavailable',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  ETIMEDOUT: 'unavailable',
};

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** The driver adapter keeps the server's own code in `meta.driverAdapterError.cause.originalCode`. */
function codesOf(error: unknown): unknown[] {
  const driver = field(field(field(error, 'meta'), 'driverAdapterError'), 'cause') ?? field(error, 'cause');
  return [field(driver, 'originalCode'), field(driver, 'code'), field(error, 'code')];
}

/** Which fault an error of Prisma or of the driver stands for; undefined where it is none of the known ones. */
export function databaseFault(error: unknown): DatabaseFault | undefined {
  for (const code of codesOf(error)) {
    if (typeof code !== 'string') continue;
    const fault = sqlFaults[code] ?? prismaFaults[code];
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Turns an error of the database into one of ours; anything else is handed back as it is. */
export function translateDatabaseError(error: unknown): unknown {
  switch (databaseFault(error)) {
    case 'unique':
      return new AppError('conflict', 'This exists already.', { cause: error });
    case 'foreign-key':
    case 'not-found':
      return new AppError('not-found', 'What this refers to does not exist any more.', { cause: error });
    case 'check':
      return new AppError('invalid-input', 'The database refuses this value.', { cause: error });
    case 'serialization':
      return new AppError('conflict', 'Somebody changed this at the same moment. Try again.', {
        cause: error,
      });
    case 'archived':
      return new AppError('closed', 'This course is archived: nothing in it changes.', {
        remedy: 'An owner of the course can bring it back.',
        cause: error,
      });
    case 'unavailable':
      return new AppError('database-unavailable', 'The database does not answer. Try again in a moment.', {
        cause: error,
      });
    default:
      return error;
  }
}

/**
 * Runs a transaction again when the database undid it because of another one at the same time.
 * Throws the translated error after the last try.
 */
export async function withRetry<T>(work: () => Promise<T>, tries = 5): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (databaseFault(error) !== 'serialization' || attempt >= tries) throw translateDatabaseError(error);
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 5 * (0.5 + Math.random())));
    }
  }
}
