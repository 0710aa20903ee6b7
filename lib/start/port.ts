import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { AppError } from '@/lib/common/errors';
import { commandLine } from '@/lib/common/process';

/** Answers the port that was got, or the error's code. Port 0 gets any free one. */
function tryToListen(port: number, host: string): Promise<number | string> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const got = address !== null && typeof address === 'object' ? address.port : port;
      server.close(() => resolve(got));
    });
  });
}

/** The process that listens on a port, where the system shows it (Linux, and one's own processes). */
function listener(port: number): number | undefined {
  try {
    const wanted = port.toString(16).toUpperCase().padStart(4, '0');
    const sockets = ['/proc/net/tcp', '/proc/net/tcp6']
      .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').slice(1))
      .map((line) => line.trim().split(/\s+/))
      // Field 2 is the local address and port, field 4 the state (0A: listening), field 10 the inode: proc(5).
      .filter((fields) => fields[1]?.endsWith(`:${wanted}`) && fields[3] === '0A')
      .map((fields) => `socket:[${fields[9]}]`);
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .find((pid) => openFiles(pid).some((target) => sockets.includes(target)));
  } catch {
    return undefined;
  }
}

function openFiles(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((name) => readlinkSync(`/proc/${pid}/fd/${name}`));
  } catch {
    return [];
  }
}

function taken(port: number): AppError {
  const pid = listener(port);
  const who = pid === undefined ? 'another program' : `process ${pid} (${commandLine(pid).slice(0, 80)})`;
  return new AppError('cannot-start', `Port ${port} is taken by ${who}.`, {
    remedy: `End that program, or choose another port: PORT=${port < 65_535 ? port + 1 : 3000} npm start`,
  });
}

/**
 * Checks that the app can listen there, before the long work begins. Answers the port, which is another one
 * than asked for only where 0 was asked for. Throws AppError "cannot-start" that names who has it.
 */
export async function reservePort(port: number, host: string): Promise<number> {
  const got = await tryToListen(port, host);
  if (got === 'EADDRINUSE') throw taken(port);
  if (got === 'EACCES') {
    throw new AppError('cannot-start', `Port ${port} may not be used by an ordinary user.`, {
      remedy: 'Choose a port from 1024 up, such as PORT=3000.',
    });
  }
  if (typeof got === 'string') {
    throw new AppError('cannot-start', `It is not possible to listen on ${host} (${got}).`, {
      remedy: 'Correct HOST: 127.0.0.1 is this machine alone, 0.0.0.0 every network it is on.',
    });
  }
  // A browser may try ::1 first for "localhost". Another program there would be shown instead of this one.
  if (host === '127.0.0.1' && (await tryToListen(got, '::1')) === 'EADDRINUSE') throw taken(got);
  return got;
}
