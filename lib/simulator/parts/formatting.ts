/** `'…' % args` and `str.format`. */
import '../machine/library';
import { formatting } from '../machine/format/formatting';
import { percentFormat } from '../machine/format/percent';
import { formatString } from '../machine/format/str-format';

formatting.set({ percentFormat, formatString });
