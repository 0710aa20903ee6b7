/** `'…' % args` and `str.format`; splitting bytes. */
import '../machine/library';
import { asJoined } from '../bytecode/expressions/percent';
import { formatting } from '../machine/format/formatting';
import { percentFormat } from '../machine/format/percent';
import { formatString } from '../machine/format/str-format';
import { splitBytes } from '../machine/types/bytes-split';
import { byteSplitter } from '../machine/types/late-split';

byteSplitter.set(splitBytes);
formatting.set({ percentFormat, formatString, asJoined });
