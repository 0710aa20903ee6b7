/** Where a request comes from, as Next saw it or as the proxy in front reports it. Protects as far as that is true. */
export function addressOf(headers: Pick<Headers, 'get'>): string {
  const forwarded = headers.get('x-forwarded-for');
  return forwarded?.split(',')[0]?.trim() || 'unknown';
}
