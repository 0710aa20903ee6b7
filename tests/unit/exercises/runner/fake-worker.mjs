/** Stands for a worker thread: does as the source of the job says. */
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ input }) => {
  const { source } = input;
  if (source === 'hang') for (;;);
  if (source === 'die') process.exit(3);
  if (source === 'fill') for (const kept = []; ; ) kept.push(new Array(1000).fill(kept.length));
  if (source === 'throw') parentPort.postMessage({ type: 'failed', message: 'no such thing' });
  else setTimeout(() => parentPort.postMessage({ type: 'done', output: source }), 5);
});
parentPort.postMessage({ type: 'ready' });
