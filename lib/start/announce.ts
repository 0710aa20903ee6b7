import { say } from './report';

export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

const local = new Set(['127.0.0.1', 'localhost', '::1']);

/** The last words of a start: where to go and how to sign in. */
export function announce(address: string, accounts: readonly DemoAccount[], host: string): void {
  say();
  say(`Lastref is ready: ${address}`);
  if (accounts.length > 0) say('Sign in to the demo course as');
  const role = Math.max(0, ...accounts.map((account) => account.role.length));
  const email = Math.max(0, ...accounts.map((account) => account.email.length));
  for (const account of accounts) {
    say(`  ${account.role.padEnd(role)}  ${account.email.padEnd(email)}  ${account.password}`);
  }
  if (accounts.length > 0 && !local.has(host)) {
    say('These passwords are known to everybody, and other machines can reach this address:');
    say('set LASTREF_DEMO=no unless that is what you want.');
  }
  say('End it with Ctrl-C.');
}
