import 'server-only';

export { overrideMarks } from './commands';
export { mayChangeMarks } from './rules';
export { overrideInputSchema } from './schema';
