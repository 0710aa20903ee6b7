import 'server-only';

export { dueConcepts } from './queries';
export type { DueConcept } from './schema';
