import 'server-only';
import { z } from 'zod';
import { unstorableIn } from '@/lib/common/text';
import { db } from '@/lib/db/client';
import { knownBrowser } from './browsers';
import { longestPassword, verifyPassword } from './password';
import { countSignIn } from './rate-limits';
import { normalEmail, type Viewer } from './viewer';

export const credentialsSchema = z.object({
  email: z.string().trim().min(3).max(254),
  password: z.string().min(1).max(longestPassword),
});

export type SignedIn = Viewer & { readonly credentialsVersion: number };

/**
 * The person with this address and password, or null: one answer, after about the same time, for an
 * unknown address and a wrong password. `browser` is the token that the browser came with (browsers.ts). Throws AppError
 * "rate-limited".
 */
export async function checkCredentials(
  raw: unknown,
  address: string,
  browser?: string,
): Promise<SignedIn | null> {
  const parsed = credentialsSchema.safeParse(raw);
  // No address or password has what a database cannot keep.
  if (!parsed.success || unstorableIn(parsed.data) !== null) return null;
  const email = normalEmail(parsed.data.email);
  const succeeded = await countSignIn(email, address, await knownBrowser(browser, email));
  const user = await db().user.findUnique({
    where: { email },
    select: { id: true, name: true, email: true, passwordHash: true, credentialsVersion: true },
  });
  if (!(await verifyPassword(user?.passwordHash ?? null, parsed.data.password)) || user === null) return null;
  await succeeded();
  const { id, name, credentialsVersion } = user;
  return { id, name, email, credentialsVersion };
}
