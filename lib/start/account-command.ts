/**
 * `npm run account:password -- ada@example.org` gives an account a new password, prints it, and ends the sessions of
 * the account: for somebody who has forgotten theirs.
 */
import { isAppError } from '@/lib/common/errors';
import { openDatabase } from './command-database';

async function main(email: string | undefined): Promise<number> {
  if (email === undefined) {
    console.error('Say whose: npm run account:password -- ada@example.org');
    return 1;
  }
  const close = await openDatabase(process.cwd());
  if (close === null) {
    console.error('There is no database here yet, and no account.');
    return 1;
  }
  const { resetPassword } = await import('@/lib/auth/account');
  const { disconnect } = await import('@/lib/db/client');
  try {
    console.log(`The new password of ${email}: ${await resetPassword(email)}`);
    return 0;
  } finally {
    await disconnect();
    await close();
  }
}

try {
  process.exitCode = await main(process.argv[2]);
} catch (error) {
  if (!isAppError(error)) throw error;
  console.error([error.message, error.remedy].filter(Boolean).join('\n'));
  process.exitCode = 1;
}
