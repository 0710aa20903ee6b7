import 'server-only';

export { importRoster } from './commands';
export { exportRoster, previewRoster } from './queries';
export {
  importRosterSchema,
  type PlannedRow,
  previewRosterSchema,
  type RosterPreview,
  type RosterResult,
} from './schema';
