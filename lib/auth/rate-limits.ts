import 'server-only';
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';

/** What the limiter asks of a PostgreSQL client, answered by ours, so that it needs no connections of its own. */
const storeClient = {
  async query({ text, values }: { text: string; values: readonly unknown[] }) {
    const rows = await db().$queryRawUnsafe<{ points?: number; expire?: bigint | null }[]>(text, ...values);
    const plain = rows.map((row) => ({ ...row, expire: row.expire == null ? null : Number(row.expire) }));
    return { rows: plain, rowCount: plain.length };
  },
};

const limiter = (keyPrefix: string, points: number, minutes: number) =>
  new RateLimiterPostgres({
    storeClient,
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix,
    points,
    duration: minutes * 60,
  });

export const signInTries = 10;
/**
 * Who tries from one place is stopped there, and holds up nobody elsewhere. Who tries from many places is stopped for all
 * browsers in which the person never signed in; those in which they have are counted by themselves.
 */
const byPlace = limiter('sign-in-place', signInTries, 15);
const byBrowser = limiter('sign-in-browser', signInTries, 15);
export const strangersTries = 50;
const byStrangers = limiter('sign-in-strangers', strangersTries, 60);
/** A class behind one address signs in at the same time; only failures are counted against the address. */
const byAddress = limiter('sign-in-address', 100, 15);

/** Keys are hashed: the table tells nobody who tried to sign in. */
const hidden = (text: string) => createHash('sha256').update(text).digest('base64url');

export const codeTries = 20;
/** A class that joins from one address mistypes a few; only failures are counted. */
const codesByPerson = limiter('code-person', codeTries, 15);
const codesByAddress = limiter('code-address', 200, 15);

export const signUpTries = 5;
/** A class may sign up behind one address within its first lesson. */
const signUpsByPerson = limiter('sign-up-person', signUpTries, 60);
const signUpsByAddress = limiter('sign-up-address', 300, 60);

type Count = readonly [RateLimiterPostgres, string];

/** Counts a try of each. Throws AppError "rate-limited" with this message. */
async function consume(counts: readonly Count[], message: string): Promise<void> {
  try {
    for (const [limit, key] of counts) await limit.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const minutes = Math.ceil(error.msBeforeNext / 60_000);
    throw new AppError('rate-limited', message, {
      remedy: `Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`,
    });
  }
}

/**
 * Counts a try to sign in, before the password is looked at, so that tries at the same moment count too. `browser` is one
 * in which this person has signed in before. Answers what to call when it succeeded. Throws AppError "rate-limited".
 */
export async function countSignIn(
  email: string,
  address: string,
  browser: string | null,
): Promise<() => Promise<void>> {
  const own: Count =
    browser === null ? [byPlace, hidden(JSON.stringify([email, address]))] : [byBrowser, hidden(browser)];
  const shared: Count[] =
    browser === null
      ? [
          [byStrangers, hidden(email)],
          [byAddress, hidden(address)],
        ]
      : [];
  await consume([own, ...shared], 'Too many tries to sign in.');
  return async () => {
    const [limit, key] = own;
    await limit.delete(key);
    // What others have tried stays counted.
    for (const [of, shares] of shared) await of.reward(shares);
  };
}

/** Counts an account that somebody asks for, made or not. Throws AppError "rate-limited". */
export async function countSignUp(email: string, address: string): Promise<void> {
  await consume(
    [
      [signUpsByPerson, hidden(email)],
      [signUpsByAddress, hidden(address)],
    ],
    'Too many accounts were asked for.',
  );
}

/**
 * Counts a try at the code of an invitation, before it is looked up. Answers what to call when it led somewhere.
 * Throws AppError "rate-limited".
 */
export async function countCode(personId: string | null, address: string): Promise<() => Promise<void>> {
  const counts: Count[] = [[codesByAddress, hidden(address)]];
  if (personId !== null) counts.unshift([codesByPerson, hidden(personId)]);
  await consume(counts, 'Too many codes that lead nowhere.');
  return async () => {
    for (const [limit, key] of counts) await limit.reward(key);
  };
}

/** What authors ask for within ten minutes: previews come as they type, what takes long comes when they pause. */
const authoring = {
  preview: limiter('author-preview', 1200, 10),
  check: limiter('author-check', 200, 10),
  write: limiter('author-write', 600, 10),
  import: limiter('author-import', 30, 10),
} as const;

/** Counts what an author asks for, before it is computed or written. Throws AppError "rate-limited". */
export async function countAuthoring(personId: string, what: keyof typeof authoring): Promise<void> {
  await consume([[authoring[what], personId]], 'Too many of these in a short time.');
}
