import { AppError } from '@/lib/common/errors';

/**
 * Refuses what another site made the browser send. A browser names the origin of every request that can
 * change something; a request without one is refused as well. Throws AppError "forbidden".
 */
export function requireSameOrigin(headers: Pick<Headers, 'get'>): void {
  const origin = headers.get('origin');
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  const site = headers.get('sec-fetch-site');
  const same = origin !== null && host !== null && URL.canParse(origin) && new URL(origin).host === host;
  if (!same || (site !== null && site !== 'same-origin')) {
    throw new AppError('forbidden', 'This request came from another site.');
  }
}
