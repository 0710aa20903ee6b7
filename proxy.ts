import { type NextRequest, NextResponse } from 'next/server';

/** The one page that others may frame: it knows no account. */
const embedPath = '/embed';

/**
 * A content security policy with a nonce of its own for every page: scripts and styles of this app alone, no
 * request to another host. Rights are not checked here: that is done where the data is read.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const embedded = request.nextUrl.pathname === embedPath;
  const policy = policyFor(nonce, process.env.NODE_ENV === 'development', embedded ? '*' : "'none'");
  const headers = new Headers(request.headers);
  headers.delete('x-embedded');
  if (embedded) headers.set('x-embedded', 'yes');
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = isReadable(request.url)
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL(nowhere, request.url), { request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

/** An address that no page has. */
const nowhere = '/not-there';

/**
 * Whether an address can be read as text that a database takes. No page has one that cannot: bytes that are no UTF-8, or
 * the character NUL.
 */
function isReadable(url: string): boolean {
  const { pathname, search } = new URL(url);
  try {
    return !`${decodeURIComponent(pathname)}${search}`.includes('\0') && !search.includes('%00');
  } catch {
    return false;
  }
}

function policyFor(nonce: string, development: boolean, frameAncestors: string): string {
  const rules = {
    'default-src': "'self'",
    // The development server evaluates code and injects styles of its own.
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    'style-src-elem': development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    // Places of the memory stage are style attributes.
    'style-src-attr': "'unsafe-inline'",
    'worker-src': "'self'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': frameAncestors,
  };
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

export const config = { matcher: [{ source: '/((?!api|_next/static|_next/image|icon.svg).*)' }] };
