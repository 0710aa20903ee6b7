/** Generators: behaviour (Objects/genobject.c). */
import { bool, False, None, str, True } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { GeneratorType } from '../../memory/types';
import { attribute, define, method } from '../builtin';
import { close, resume, send, stopWith, throwInto } from '../generators';
import { runtime } from '../runtime';
import { PyException } from './exceptions';
import { PyTraceback } from './frame';
import type { PyGenerator } from './generator';

define(GeneratorType, {
  repr: (vm: Machine) =>
    vm.refuse('address', 'The text of a generator contains its address, which differs from run to run.'),
  iter(_vm, self) {
    self.rc++;
    return self;
  },
  next(vm, self) {
    const resumed = resume(runtime(vm), self as PyGenerator, None, null);
    if (!resumed.done) return resumed.value;
    return resumed.value === None ? null : stopWith(runtime(vm), resumed.value);
  },
  finalize: (vm, self) => close(runtime(vm), self as PyGenerator),
});
method<PyGenerator>(GeneratorType, '__next__', '', (vm, self) => send(runtime(vm), self, None));
method<PyGenerator>(GeneratorType, 'send', 'value, /', (vm, self, [value]) =>
  send(runtime(vm), self, value as PyObject),
);
method<PyGenerator>(GeneratorType, 'throw', '*args', (vm, self, args) => {
  const [first, second, third] = args;
  if (third !== undefined && third !== None)
    return throwWith(vm, self, first as PyObject, second ?? None, third);
  if (second === undefined || second === None) return throwInto(runtime(vm), self, first ?? None);
  const made = vm.call(first as PyObject, [second]);
  try {
    return throwInto(runtime(vm), self, made);
  } finally {
    vm.heap.decref(made);
  }
});
/** `throw(type, value, traceback)` of an instance: its traceback goes on from the one given. */
function throwWith(
  vm: Machine,
  self: PyGenerator,
  type: PyObject,
  value: PyObject,
  traceback: PyObject,
): PyObject {
  const exception = value === None ? type : value;
  if (!(exception instanceof PyException) || !(traceback instanceof PyTraceback))
    return vm.refuse('throw with a traceback', 'Such arguments of generator.throw() are not supported.');
  if (exception.traceback !== traceback) {
    const old = exception.traceback;
    traceback.rc++;
    exception.traceback = traceback;
    exception.dirty = true;
    if (old !== null) vm.heap.decref(old);
  }
  return throwInto(runtime(vm), self, exception);
}
method<PyGenerator>(GeneratorType, 'close', '', (vm, self) => {
  close(runtime(vm), self);
  return None;
});
attribute<PyGenerator>(GeneratorType, '__name__', (_vm, self) => str(self.name));
attribute<PyGenerator>(GeneratorType, '__qualname__', (_vm, self) => str(self.qualifiedName));
attribute<PyGenerator>(GeneratorType, 'gi_running', (_vm, self) => bool(self.state === 'running'));
attribute<PyGenerator>(GeneratorType, 'gi_suspended', (_vm, self) =>
  self.state === 'suspended' ? True : False,
);
attribute<PyGenerator>(GeneratorType, 'gi_frame', (vm, self) =>
  self.frame === null ? None : vm.refuse('gi_frame', 'The frame of a generator is not supported.'),
);
attribute<PyGenerator>(GeneratorType, 'gi_code', (vm) =>
  vm.refuse('gi_code', 'The code of a generator is not supported.'),
);
attribute<PyGenerator>(GeneratorType, 'gi_yieldfrom', (_vm, self) => {
  const { frame } = self;
  const waits = frame?.delegates === true && self.state === 'suspended' ? frame.slots[frame.sp - 1] : null;
  if (!waits) return None;
  waits.rc++;
  return waits;
});
