import 'server-only';
import { z } from 'zod';
import { env } from '@/lib/common/env';
import { AppError } from '@/lib/common/errors';
import { personName } from '@/lib/common/text';
import { db } from '@/lib/db/client';
import { hashPassword, newPassword } from './password';
import { countSignUp } from './rate-limits';
import { normalEmail } from './viewer';

export const signUpSchema = z.strictObject({
  name: personName,
  email: z
    .string()
    .max(254)
    .transform(normalEmail)
    .pipe(z.email({ error: 'This is no email address.' })),
  password: newPassword,
});
export type SignUpInput = z.infer<typeof signUpSchema>;

/**
 * Makes an account where the address has none; where it has one, nothing is changed, and whoever asked is told the same
 * after the same time. Nobody has checked the address: it opens nothing that belongs to whose address it is. Throws
 * AppError "forbidden" where sign-up is closed, "rate-limited".
 */
export async function signUp({ name, email, password }: SignUpInput, address: string): Promise<void> {
  if (env().LASTREF_SIGN_UP === 'no') {
    throw new AppError('forbidden', 'Nobody makes an account here by themselves.', {
      remedy: 'Ask a teacher how to sign in.',
    });
  }
  await countSignUp(email, address);
  const passwordHash = await hashPassword(password);
  await db().user.createMany({ data: { name, email, passwordHash }, skipDuplicates: true });
}
