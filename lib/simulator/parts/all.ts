/** The whole simulator at once. */
import './library';
import './numpy';
import './syntax-errors';
