/** The whole simulator at once. */
import './library';
import './numpy';
import './numpy-computing';
import './syntax-errors';
