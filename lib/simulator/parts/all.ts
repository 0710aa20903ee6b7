/** The whole simulator at once. */
import './classes';
import './formatting';
import './library';
import './numpy';
import './numpy-computing';
import './syntax-errors';
