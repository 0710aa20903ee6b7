/** All instructions, in one table by opcode. */
import './stack';
import './names';
import './operators';
import './build';
import './jump';
import './calls';
import './exceptions';
import './generators';
import './imports';

export { HANDLERS } from './handler';
