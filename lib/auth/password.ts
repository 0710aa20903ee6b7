import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';

/** Argon2id as OWASP recommends it: 19 MiB, two passes, one lane. About 70 ms, by intent. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Longer ones are refused before they are hashed, so that hashing cannot be made expensive. */
export const longestPassword = 200;

/** Long is what makes a password good; which characters it has is its owner's business. */
const shortestPassword = 10;

/** A password that somebody chooses. */
export const newPassword = z
  .string()
  .min(shortestPassword, { error: `A password has at least ${shortestPassword} characters.` })
  .max(longestPassword, { error: `A password has at most ${longestPassword} characters.` });

/** The hash of a password, with its salt and settings, as it is stored. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

let nobodysHash: Promise<string> | undefined;

/**
 * Whether the password is the one of this hash. Where there is no hash (no such person), a stand-in is
 * verified all the same, so that the time taken does not tell who has an account.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  if (password.length > longestPassword) return false;
  if (stored !== null) return verify(stored, password);
  nobodysHash ??= hashPassword('nobody');
  await verify(await nobodysHash, password);
  return false;
}
