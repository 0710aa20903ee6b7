/** itertools (Modules/itertoolsmodule.c). */
import { module } from '../../types/module';
import { complete } from '../holding';
import { registerModule } from '../index';
import * as combinatoric from './combinatoric';
import { GroupByType, tee } from './grouping';
import * as infinite from './infinite';
import * as serial from './serial';

registerModule('itertools', () =>
  module(
    'itertools',
    [...Object.values(infinite), ...Object.values(serial), ...Object.values(combinatoric), GroupByType, tee],
    {},
    complete,
  ),
);
