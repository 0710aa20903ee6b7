import { env } from '@/lib/common/env';
import type { Closing } from './closing';

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** On Ctrl-C and its like everything is ended in order; a second Ctrl-C gives up waiting. */
export function endOnSignal(closing: Closing): void {
  for (const signal of signals) {
    process.on(signal, () => {
      if (closing.begun && signal === 'SIGINT') process.exit(130);
      void end(closing);
    });
  }
}

async function end(closing: Closing): Promise<void> {
  process.stdout.write('\nEnding …\n');
  await closing.run();
  process.stdout.write('Ended. The data are kept.\n');
  process.exit(0);
}

/**
 * npm runs this process as its child. When npm is killed, nobody is left whom Ctrl-C could reach, so this
 * process ends too. Started without npm it goes on without its parent, as a service does.
 */
export function endWithNpm(closing: Closing): void {
  if (env().npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent || closing.begun) return;
    clearInterval(timer);
    void end(closing);
  }, 300);
  timer.unref();
}
