/** __future__ (Lib/__future__.py): the features of the language that a program can ask for; CPython 3.11 has nearly all. */

import { str } from '../../memory/atoms';
import { Atom, type Machine, type PyObject } from '../../memory/object';
import { builtinType, ObjectType } from '../../memory/types';
import { ownValue } from '../../trace/own-value';
import { attribute, define } from '../builtin';
import { runtime } from '../runtime';
import { type PerRun, PyModule } from '../types/module';
import { complete, PyHolding } from './holding';
import { registerModule } from './index';

const FeatureType = builtinType('_Feature', ObjectType, '__future__');
FeatureType.hasWeakrefs = true;

class PyFeature extends PyHolding {
  constructor(readonly feature: string) {
    super(FeatureType, []);
  }
}

/** Since when a feature is optional, since when it is always there, and the compiler's flag. */
const FEATURES: Readonly<Record<string, string>> = {
  nested_scopes: "(2, 1, 0, 'beta', 1), (2, 2, 0, 'alpha', 0), 16",
  generators: "(2, 2, 0, 'alpha', 1), (2, 3, 0, 'final', 0), 0",
  division: "(2, 2, 0, 'alpha', 2), (3, 0, 0, 'alpha', 0), 131072",
  absolute_import: "(2, 5, 0, 'alpha', 1), (3, 0, 0, 'alpha', 0), 262144",
  with_statement: "(2, 5, 0, 'alpha', 1), (2, 6, 0, 'alpha', 0), 524288",
  print_function: "(2, 6, 0, 'alpha', 2), (3, 0, 0, 'alpha', 0), 1048576",
  unicode_literals: "(2, 6, 0, 'alpha', 2), (3, 0, 0, 'alpha', 0), 2097152",
  generator_stop: "(3, 5, 0, 'beta', 1), (3, 7, 0, 'alpha', 0), 8388608",
  annotations: "(3, 7, 0, 'beta', 1), None, 16777216",
};

define(FeatureType, {
  repr: (_vm, self) => str(`_Feature(${ownValue(FEATURES, (self as PyFeature).feature)})`),
});
for (const name of ['optional', 'mandatory', 'compiler_flag', 'getOptionalRelease', 'getMandatoryRelease'])
  attribute(FeatureType, name, (vm) =>
    vm.refuse(`__future__._Feature.${name}`, 'Only importing a feature is supported.'),
  );

/** The features of each run that have been asked for. */
const asked = new WeakMap<Machine, Map<string, PyFeature>>();

/** A feature as the module holds it: one object a run, which the module keeps alive. */
class FeatureOfRun extends Atom implements PerRun {
  override get kind(): 'other' {
    return 'other';
  }
  constructor(private readonly feature: string) {
    super(FeatureType);
  }
  perRun(vm: Machine): PyObject {
    const known = asked.get(vm) ?? new Map<string, PyFeature>();
    asked.set(vm, known);
    let made = known.get(this.feature);
    if (made === undefined) {
      made = vm.heap.add(new PyFeature(this.feature));
      known.set(this.feature, made);
      runtime(vm).constants.push(made);
    }
    made.rc++;
    return made;
  }
}

registerModule('__future__', () => {
  const features = Object.keys(FEATURES).map((name): [string, PyObject] => [name, new FeatureOfRun(name)]);
  return new PyModule('__future__', new Map(features), complete);
});
