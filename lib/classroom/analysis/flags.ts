import type { Flag } from './schema';
import type { Discrimination, Facility, Figure } from './statistics';

/** Bounds from which on a teacher should look: see docs/statistics.md. */
const weak = 0.1;
const hard = 0.2;
const easy = 0.95;

export function flagsOf(facility: Figure<Facility>, discrimination: Figure<Discrimination>): Flag[] {
  const r = discrimination.status === 'known' ? discrimination.value.r : null;
  const share = facility.status === 'known' ? facility.value.share : null;
  const flags: Flag[] = [];
  if (r !== null && r < 0) flags.push('negative');
  else if (r !== null && r < weak) flags.push('weak');
  if (share !== null && share < hard) flags.push('hard');
  if (share !== null && share > easy) flags.push('easy');
  return flags;
}
