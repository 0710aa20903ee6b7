/** staticmethod, classmethod and property: behaviour (Objects/funcobject.c, Objects/descrobject.c). */
import { None, type PyStr } from '../../memory/atoms';
import type { Machine, PyObject, PyType } from '../../memory/object';
import { attribute, bind, define, method, signature } from '../builtin';
import { typeName } from './convert';
import {
  ClassMethodType,
  PropertyType,
  PyClassMethod,
  PyProperty,
  PyStaticMethod,
  StaticMethodType,
} from './decorators';
import { AttributeErrorType } from './exceptions';
import { PyFunction } from './function';
import { PyMethod } from './method';

const owned = <T extends PyObject>(o: T): T => {
  o.rc++;
  return o;
};

const ONE = signature('function, /');

define(StaticMethodType, {
  new: (vm, cls, args, names) => {
    const [callable] = bind(vm, ONE, 'staticmethod', 'staticmethod', args, names);
    return vm.heap.add(new PyStaticMethod(owned(callable as PyObject), cls));
  },
  init: () => undefined,
  descriptorGet: (_vm, self) => owned((self as PyStaticMethod).callable as PyObject),
  call: (vm, self, args, names) => vm.call((self as PyStaticMethod).callable as PyObject, args, names),
});

define(ClassMethodType, {
  new: (vm, cls, args, names) => {
    const [callable] = bind(vm, ONE, 'classmethod', 'classmethod', args, names);
    return vm.heap.add(new PyClassMethod(owned(callable as PyObject), cls));
  },
  init: () => undefined,
  descriptorGet(vm, self, _instance, owner) {
    const callable = (self as PyClassMethod).callable as PyObject;
    const getter = callable.type.slots.descriptorGet;
    if (getter !== undefined && !(callable instanceof PyFunction))
      return getter(vm, callable, owner, owner.type);
    return vm.heap.add(new PyMethod(owned(callable), owned(owner)));
  },
});
for (const type of [StaticMethodType, ClassMethodType]) {
  for (const name of ['__func__', '__wrapped__'])
    attribute<PyStaticMethod | PyClassMethod>(type, name, (_vm, self) => owned(self.callable as PyObject));
  for (const name of ['__name__', '__doc__', '__qualname__'])
    attribute<PyStaticMethod | PyClassMethod>(type, name, (vm, self) =>
      vm.getAttribute(self.callable as PyObject, name),
    );
}

const PROPERTY = signature('fget=None, fset=None, fdel=None, doc=None');

function make(vm: Machine, cls: PyType, args: readonly PyObject[], names: readonly string[]): PyProperty {
  const parts = bind(vm, PROPERTY, 'property', 'property', args, names).map((part) =>
    part === undefined || part === None ? null : part,
  );
  const [getter, setter, deleter, doc] = parts;
  for (const part of parts) if (part) part.rc++;
  const made = new PyProperty(getter ?? null, setter ?? null, deleter ?? null, doc ?? null, cls);
  if (made.doc === null && made.getter instanceof PyFunction && made.getter.doc !== null)
    made.doc = owned(made.getter.doc);
  return vm.heap.add(made);
}

const missing = (vm: Machine, self: PyProperty, instance: PyObject, what: string): never => {
  const name = self.name === null ? '' : ` '${self.name}'`;
  return vm.raise(AttributeErrorType, `property${name} of '${typeName(instance)}' object has no ${what}`);
};

define(PropertyType, {
  new: make,
  init: () => undefined,
  descriptorGet(vm, self, instance) {
    if (instance === null) return owned(self);
    const property = self as PyProperty;
    if (property.getter === null) return missing(vm, property, instance, 'getter');
    return vm.call(property.getter, [instance]);
  },
  descriptorSet(vm, self, instance, value) {
    const property = self as PyProperty;
    const func = value === null ? property.deleter : property.setter;
    if (func === null) return missing(vm, property, instance, value === null ? 'deleter' : 'setter');
    vm.heap.decref(vm.call(func, value === null ? [instance] : [instance, value]));
  },
});

const PARTS = { fget: 'getter', fset: 'setter', fdel: 'deleter' } as const;
for (const [name, key] of Object.entries(PARTS)) {
  attribute<PyProperty>(PropertyType, name, (_vm, self) => owned(self[key] ?? None));
  method<PyProperty>(PropertyType, key, 'function, /', (vm, self, [func]) => {
    const parts = { getter: self.getter, setter: self.setter, deleter: self.deleter, [key]: func };
    const args = [parts.getter, parts.setter, parts.deleter].map((part) => part ?? None);
    // The copy takes its documentation from its getter again (property_copy).
    return make(vm, self.type, args, []);
  });
}
attribute<PyProperty>(PropertyType, '__doc__', (_vm, self) => owned(self.doc ?? None));
method<PyProperty>(PropertyType, '__set_name__', 'owner, name, /', (_vm, self, [, name]) => {
  self.name = (name as PyStr).value;
  return None;
});
