import 'server-only';

export { listUnits, listUnitsFor, selectExercise, selectStandings, selectUnit } from './queries';
export type { CatalogueExercise, CatalogueUnit, Standing, Standings } from './schema';
