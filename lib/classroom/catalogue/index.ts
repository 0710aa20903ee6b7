import 'server-only';

export { listUnits, selectExercise, selectStandings, selectUnit } from './queries';
export type { CatalogueExercise, CatalogueUnit, Standing, Standings } from './schema';
