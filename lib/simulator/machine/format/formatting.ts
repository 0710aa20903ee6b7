/** `'…' % args`, also where it is compiled as an f-string, and `str.format`, whose code stands in a part of its own. */
import type { asJoined } from '../../bytecode/expressions/percent';
import { Late } from '../../parts/part';
import type { percentFormat } from './percent';
import type { formatString } from './str-format';

interface Formatting {
  readonly percentFormat: typeof percentFormat;
  readonly formatString: typeof formatString;
  readonly asJoined: typeof asJoined;
}

export const formatting = new Late<Formatting>('formatting');
