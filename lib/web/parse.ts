import type { z } from 'zod';
import { AppError } from '@/lib/common/errors';

/** The input, checked. Throws AppError "invalid-input" with the messages by field. */
export function parseInput<T>(schema: z.ZodType<T>, raw: unknown): T {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const fields = Object.fromEntries(
    result.error.issues.map((issue) => [issue.path.join('.') || 'input', issue.message]),
  );
  throw new AppError('invalid-input', 'Some of what was sent is not right.', { details: { fields } });
}
