/** The app's routes below /api/auth on loopback, a provider beside them, and a browser that follows redirects. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/options';
import { provideEnv } from '@/lib/common/env';

type Answer = ServerResponse & {
  status(code: number): Answer;
  json(body: unknown): void;
  send(body: unknown): void;
};

/** What next-auth asks of a request and an answer, on top of what Node's own have. */
async function answerAuth(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://app');
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const cookies = (request.headers.cookie ?? '').split('; ').filter((pair) => pair !== '');
  const asked = Object.assign(request, {
    query: {
      ...Object.fromEntries(url.searchParams),
      nextauth: url.pathname.split('/').slice(3),
    },
    body: Object.fromEntries(new URLSearchParams(text)),
    cookies: Object.fromEntries(
      cookies.map((pair) => [
        pair.slice(0, pair.indexOf('=')),
        decodeURIComponent(pair.slice(pair.indexOf('=') + 1)),
      ]),
    ),
  });
  const answer: Answer = Object.assign(response, {
    status: (code: number) => {
      response.statusCode = code;
      return answer;
    },
    json: (body: unknown) => void response.end(JSON.stringify(body)),
    send: (body: unknown) => void response.end(typeof body === 'string' ? body : JSON.stringify(body)),
  });
  await NextAuth(asked as never, answer as never, authOptions());
}

export interface OidcStage {
  readonly app: string;
  readonly issuer: string;
  stop(): Promise<void>;
}

/** Starts both, and sets the variables that make the app know the provider. */
export async function startOidc(accounts: Record<string, object>): Promise<OidcStage> {
  const server = createServer((request, response) => void answerAuth(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const app = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const child = spawn(process.execPath, [
    'tests/helpers/oidc-provider.mjs',
    JSON.stringify({ redirectUri: `${app}/api/auth/callback/oidc`, accounts }),
  ]);
  const issuer = await firstLine(child);
  provideEnv({
    NEXTAUTH_URL: app,
    NEXTAUTH_SECRET: 'a secret for tests, long enough for the schema',
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'lastref',
    OIDC_CLIENT_SECRET: 'a secret of tests',
  });
  return {
    app,
    issuer,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      server.close();
      server.closeAllConnections();
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let errors = '';
    child.stderr?.on('data', (chunk) => {
      errors += String(chunk);
    });
    child.stdout?.once('data', (chunk) => resolve(String(chunk).trim()));
    child.once('exit', (code) => reject(new Error(`the provider ended with ${code}: ${errors}`)));
  });
}

/** A browser: cookies by origin, and one request at a time. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  cookiesOf(address: string): Map<string, string> {
    const { origin } = new URL(address);
    const known = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, known);
    return known;
  }

  async visit(address: string, init: RequestInit = {}): Promise<Response> {
    const jar = this.cookiesOf(address);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      jar.set(name, pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  }

  /** Presses the button of the provider; answers where that leads. */
  async press(app: string): Promise<URL> {
    const { csrfToken } = (await (await this.visit(`${app}/api/auth/csrf`)).json()) as { csrfToken: string };
    const answer = await this.visit(`${app}/api/auth/signin/oidc`, {
      method: 'POST',
      body: new URLSearchParams({ csrfToken, callbackUrl: '/courses' }),
    });
    return new URL(answer.headers.get('location') ?? '', app);
  }

  /** Follows redirects until an address of the app is reached that is none of its callbacks. */
  async follow(from: URL, app: string): Promise<URL> {
    let at = from;
    for (let steps = 0; steps < 12; steps += 1) {
      if (at.origin === app && !at.pathname.startsWith('/api/auth/')) return at;
      const answer = await this.visit(at.href);
      const next = answer.headers.get('location');
      if (next === null) throw new Error(`${at.href} leads nowhere: ${answer.status} ${await answer.text()}`);
      at = new URL(next, at);
    }
    throw new Error('the redirects do not end');
  }

  /** Signs in as an account of the provider; answers the page of the app at which that ends. */
  async signInAs(account: string, app: string): Promise<URL> {
    const to = await this.press(app);
    to.searchParams.set('login_hint', account);
    return this.follow(to, app);
  }

  /** Who the app takes this browser for. */
  async claims(app: string): Promise<{ userId: string; credentialsVersion: number } | undefined> {
    const session = (await (await this.visit(`${app}/api/auth/session`)).json()) as {
      claims?: { userId: string; credentialsVersion: number };
    };
    return session.claims;
  }
}
