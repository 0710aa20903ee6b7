/** `'…' % args` and `str.format`, whose code stands in a part of its own. */
import { Late } from '../../parts/part';
import type { percentFormat } from './percent';
import type { formatString } from './str-format';

interface Formatting {
  readonly percentFormat: typeof percentFormat;
  readonly formatString: typeof formatString;
}

export const formatting = new Late<Formatting>('formatting');
