import type { z } from 'zod';
import { AppError } from '@/lib/common/errors';
import { unstorableIn } from '@/lib/common/text';

/**
 * The input, checked. Text that no database could keep is refused whatever the schema takes: nothing behind this door
 * meets it. Throws AppError "invalid-input" with the messages by field.
 */
export function parseInput<T>(schema: z.ZodType<T>, raw: unknown): T {
  const result = schema.safeParse(raw);
  if (!result.success) {
    throw refused(result.error.issues.map(({ path, message }) => [path.join('.'), message]));
  }
  const unstorable = unstorableIn(result.data);
  if (unstorable !== null) {
    throw refused([[unstorable.join('.'), 'This holds a character that cannot be stored.']]);
  }
  return result.data;
}

function refused(complaints: readonly (readonly [path: string, message: string])[]): AppError {
  const fields = Object.fromEntries(complaints.map(([path, message]) => [path || 'input', message]));
  return new AppError('invalid-input', 'Some of what was sent is not right.', { details: { fields } });
}
