/** string (Lib/string.py): its constants. */
import { str } from '../../memory/atoms';
import { module } from '../types/module';
import { registerModule } from './index';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const SPACE = ' \t\n\r\v\f';

registerModule('string', () =>
  module('string', [], {
    ascii_lowercase: str(LOWER),
    ascii_uppercase: str(UPPER),
    ascii_letters: str(LOWER + UPPER),
    digits: str(DIGITS),
    hexdigits: str(`${DIGITS}abcdefABCDEF`),
    octdigits: str('01234567'),
    punctuation: str(PUNCTUATION),
    whitespace: str(SPACE),
    printable: str(DIGITS + LOWER + UPPER + PUNCTUATION + SPACE),
  }),
);
