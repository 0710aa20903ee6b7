import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { reservePort } from '@/lib/start/port';

it('answers a free port for 0, and the port itself where it is free', async () => {
  const port = await reservePort(0, '127.0.0.1');
  expect(port).toBeGreaterThan(1023);
  expect(await reservePort(port, '127.0.0.1')).toBe(port);
});

it('refuses a port that is taken and says what to do', async () => {
  const port = await reservePort(0, '127.0.0.1');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  try {
    await expect(reservePort(port, '127.0.0.1')).rejects.toMatchObject({
      code: 'cannot-start',
      message: expect.stringContaining(`Port ${port} is taken by`),
      remedy: expect.stringContaining(`PORT=${port + 1} npm start`),
    });
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});
