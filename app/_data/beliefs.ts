import 'server-only';
import { misconceptionIds, misconceptions } from '@/lib/simulator/misconceptions';

/** The misconceptions that an exercise may be meant to tell apart, as people read them. */
export const beliefs = misconceptionIds.map((id) => ({
  id,
  title: misconceptions[id].title.replaceAll('`', ''),
  belief: misconceptions[id].belief.replaceAll('`', ''),
}));
