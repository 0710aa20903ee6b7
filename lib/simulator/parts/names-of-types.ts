/** The names that CPython's types have: asked for where an attribute or a name is missing, and by `dir()`. */
import '../machine/library';
import { NAMES } from '../machine/names-known';
import { unsupportedNames } from '../machine/unsupported-names';

unsupportedNames.set(NAMES);
