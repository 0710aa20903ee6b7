import 'server-only';

export { ownTotal } from './own-total';
export { type BookFile, exportBook } from './queries/export';
export { selectMarkHistory } from './queries/history';
export { selectBookPage } from './queries/page';
export {
  type BookAttemptView,
  type BookPage,
  type BookQuery,
  bookQuerySchema,
  exportInputSchema,
  filters,
  formats,
  type MarkHistory,
} from './schema';
