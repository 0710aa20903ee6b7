import 'server-only';
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '@/lib/common/errors';
import { personName } from '@/lib/common/text';
import { db } from '@/lib/db/client';
import { hashPassword, newPassword, verifyPassword } from './password';
import { countSignIn } from './rate-limits';
import { normalEmail, type Viewer } from './viewer';

export const changeNameSchema = z.strictObject({ name: personName });

export const changePasswordSchema = z.strictObject({
  current: z.string().min(1, { error: 'Enter the password that you have now.' }).max(1000),
  next: newPassword,
});

/** Whether the person signs in with a password; else an identity provider says who they are. */
export async function hasPassword(viewer: Viewer): Promise<boolean> {
  return (await hashOf(viewer)) !== null;
}

/** Changes the name that teachers and classmates' teachers read. Throws AppError "forbidden" for people of the demo. */
export async function changeName(viewer: Viewer, { name }: z.infer<typeof changeNameSchema>): Promise<void> {
  await refuseDemo(viewer);
  await db().user.update({ where: { id: viewer.id }, data: { name } });
}

/**
 * Changes the password, and so ends every session of the person, this one too. Wrong tries are counted as those of
 * signing in are. Throws AppError "forbidden" for people of the demo and who has no password, "rate-limited", and
 * "invalid-input" where the current password is another.
 */
export async function changePassword(
  viewer: Viewer,
  { current, next }: z.infer<typeof changePasswordSchema>,
  address: string,
): Promise<void> {
  await refuseDemo(viewer);
  const stored = await hashOf(viewer);
  if (stored === null) throw new AppError('forbidden', 'You sign in without a password here.');
  // Who is signed in is no stranger: counted by themselves, whatever others try at their address.
  const succeeded = await countSignIn(viewer.email, address, viewer.id);
  if (!(await verifyPassword(stored, current))) {
    const message = 'This is not your password.';
    throw new AppError('invalid-input', message, { details: { fields: { current: message } } });
  }
  await succeeded();
  const passwordHash = await hashPassword(next);
  // Of two changes at the same moment one finds another hash, and changes nothing.
  const { count } = await db().user.updateMany({
    where: { id: viewer.id, passwordHash: stored },
    data: { passwordHash, credentialsVersion: { increment: 1 } },
  });
  if (count === 0) throw new AppError('conflict', 'The password was changed meanwhile.');
}

/**
 * Gives the account of this address a new password and ends its sessions: for who runs the server, when somebody has
 * forgotten theirs. Answers the password. Throws AppError "not-found".
 */
export async function resetPassword(email: string): Promise<string> {
  const password = wordless();
  const { count } = await db().user.updateMany({
    where: { email: normalEmail(email) },
    data: { passwordHash: await hashPassword(password), credentialsVersion: { increment: 1 } },
  });
  if (count === 0) throw new AppError('not-found', `No account has the address ${normalEmail(email)}.`);
  return password;
}

/** Four groups of four signs that are hard to take for others: 78 bits. */
function wordless(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

async function hashOf({ id }: Viewer): Promise<string | null> {
  const user = await db().user.findUnique({ where: { id }, select: { passwordHash: true } });
  return user?.passwordHash ?? null;
}

/** Whether this is one of the demo's people. Everybody knows their passwords: one visitor must not keep out the next. */
export async function isOfDemo({ id, email }: Viewer): Promise<boolean> {
  if (!email.endsWith('@demo.lastref')) return false;
  const inDemo = await db().membership.findFirst({
    where: { userId: id, course: { isDemo: true } },
    select: { userId: true },
  });
  return inDemo !== null;
}

async function refuseDemo(viewer: Viewer): Promise<void> {
  if (await isOfDemo(viewer))
    throw new AppError('forbidden', 'People of the demo keep their name and password.');
}
