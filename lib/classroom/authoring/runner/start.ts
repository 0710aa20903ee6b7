import type { MessagePort } from 'node:worker_threads';
import { serve } from '@/lib/exercises/runner/serve';
import { type AuthoringJobs, workers } from './jobs';

/** Does the jobs of authors that arrive at this port. */
export const start = (port: MessagePort): void => serve<AuthoringJobs>(port, workers);
