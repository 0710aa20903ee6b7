/** The whole simulator at once. */
import './audit';
import './classes';
import './formatting';
import './library';
import './match';
import './names-of-types';
import './numpy';
import './numpy-computing';
import './numpy-library';
import './str-methods';
import './syntax-errors';
