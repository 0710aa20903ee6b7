import 'server-only';
import { z } from 'zod';
import { personName } from '@/lib/common/text';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { SignedIn } from './sign-in';
import { normalEmail } from './viewer';

/** What a provider says of who signed in there. */
export const claimsSchema = z.object({
  iss: z.string().min(1).max(2_000),
  sub: z.string().min(1).max(255),
  email: z.string().max(254).transform(normalEmail).pipe(z.email()),
  /** Some providers write it as text. */
  email_verified: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
    .catch(false),
  name: z.string().optional(),
});
export type ProviderClaims = z.infer<typeof claimsSchema>;

export type Recognised =
  | { readonly user: SignedIn }
  /**
   * Why nobody is signed in: the address is that of an account, and the provider does not say whose it is; or it was
   * somebody else's at this provider before.
   */
  | { readonly refused: 'address-unproven' | 'address-of-another' };

const select = { id: true, name: true, email: true, credentialsVersion: true } as const;

/**
 * The person that a provider's claims stand for. Who they are is the issuer with the subject. Seen for the first time,
 * they get the account of their address if the provider says that it is theirs, and else a new one. An account whose
 * password was set by somebody who never proved the address loses that password, and its sessions end: else who signed
 * up with another's address would go on reading along.
 */
export async function recognise(claims: ProviderClaims): Promise<Recognised> {
  return db().$transaction(async (tx) => {
    // Two first sign-ins at the same moment make one account.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`identity ${claims.email}`}, 0))`;
    const known = await tx.identity.findUnique({
      where: { issuer_subject: { issuer: claims.iss, subject: claims.sub } },
      select: { user: { select: { ...select, emailProvenAt: true } } },
    });
    if (known !== null) return { user: await seenAgain(tx, claims, known.user) };
    const holder = await tx.user.findUnique({
      where: { email: claims.email },
      select: {
        ...select,
        emailProvenAt: true,
        passwordHash: true,
        identities: { where: { issuer: claims.iss } },
      },
    });
    if (holder !== null && !claims.email_verified) return { refused: 'address-unproven' };
    // Addresses are given to other people in time.
    if (holder !== null && holder.identities.length > 0) return { refused: 'address-of-another' };
    const user = holder === null ? await makeAccount(tx, claims) : await takeOver(tx, holder);
    await tx.identity.create({
      data: { issuer: claims.iss, subject: claims.sub, userId: user.id },
    });
    return { user };
  });
}

/** The account of somebody who signed in with this provider before. Their address may be proven only now. */
async function seenAgain(
  tx: Prisma.TransactionClient,
  { email, email_verified }: ProviderClaims,
  { emailProvenAt, ...user }: SignedIn & { readonly emailProvenAt: Date | null },
): Promise<SignedIn> {
  if (emailProvenAt === null && email_verified && user.email === email)
    await tx.user.update({ where: { id: user.id }, data: { emailProvenAt: new Date() } });
  return user;
}

function makeAccount(
  tx: Prisma.TransactionClient,
  { name, email, email_verified }: ProviderClaims,
): Promise<SignedIn> {
  const named = personName.safeParse(name ?? '');
  return tx.user.create({
    data: {
      name: named.success ? named.data : (email.split('@')[0] ?? email),
      email,
      emailProvenAt: email_verified ? new Date() : null,
    },
    select,
  });
}

/** The account of an address, for the person to whom the provider says that it belongs. */
function takeOver(
  tx: Prisma.TransactionClient,
  {
    id,
    emailProvenAt,
    passwordHash,
  }: { id: string; emailProvenAt: Date | null; passwordHash: string | null },
): Promise<SignedIn> {
  const unproven = emailProvenAt === null;
  return tx.user.update({
    where: { id },
    data: {
      ...(unproven && { emailProvenAt: new Date() }),
      ...(unproven && passwordHash !== null && { passwordHash: null, credentialsVersion: { increment: 1 } }),
    },
    select,
  });
}

/** The account that an identity stands for, after `recognise` made it so; null for one that is not known. */
export async function accountOf(issuer: string, subject: string): Promise<SignedIn | null> {
  const identity = await db().identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { user: { select } },
  });
  return identity?.user ?? null;
}
