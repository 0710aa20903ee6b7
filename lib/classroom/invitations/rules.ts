/** When an invitation takes people. Pure: the clock is given in. */
import type { InvitationEnd } from './schema';

export interface InvitationTerms {
  readonly revokedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly usesAllowed: number | null;
  readonly uses: number;
}

/** Why it takes nobody any more; null where it still does. The very instant of its end is past. */
export function endOf(terms: InvitationTerms, now: Date): InvitationEnd | null {
  if (terms.revokedAt !== null) return 'revoked';
  if (terms.expiresAt !== null && terms.expiresAt <= now) return 'expired';
  return terms.usesAllowed !== null && terms.uses >= terms.usesAllowed ? 'used-up' : null;
}
