import { env } from '@/lib/common/env';
import { commandLine, parentOf, processIdentity } from '@/lib/common/process';
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

/** The npm that runs this process, directly or through a shell. */
function findNpm(): number | undefined {
  if (env().npm_lifecycle_event === undefined) return undefined;
  let pid: number | undefined = process.ppid;
  for (let level = 0; level < 3 && pid !== undefined && pid > 1; level += 1) {
    if (/^npm |npm-cli|npx/.test(commandLine(pid))) return pid;
    pid = parentOf(pid);
  }
  return undefined;
}

/**
 * When the npm that runs this process is killed, nobody is left whom Ctrl-C could reach, so this process
 * ends too. Started without npm it goes on without its parent, as a service does.
 */
export function endWithNpm(closing: Closing): void {
  const npm = findNpm();
  if (npm === undefined) return;
  const identity = processIdentity(npm);
  const timer = setInterval(() => {
    if (closing.begun || processIdentity(npm) === identity) return;
    clearInterval(timer);
    void end(closing);
  }, 300);
  timer.unref();
}
