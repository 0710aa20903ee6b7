import { z } from 'zod';
import { choice } from './choice';
import { choiceKeySchema } from './choice/key';
import { traceTable } from './trace-table';
import { traceTableKeySchema } from './trace-table/key';

/** Every kind of exercise there is. */
export const kinds = { choice, 'trace-table': traceTable } as const;
export type KindName = keyof typeof kinds;

/** The right answers of one variant. Never leaves the server before the submission. */
export const keySchema = z.discriminatedUnion('kind', [choiceKeySchema, traceTableKeySchema]);
export type Key = z.infer<typeof keySchema>;
