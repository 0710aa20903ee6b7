/** Generators: behaviour (Objects/genobject.c). */
import { bool, False, None, str, True } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { GeneratorType } from '../../memory/types';
import { attribute, define, method } from '../builtin';
import { close, resume, send, throwInto } from '../generators';
import { runtime } from '../runtime';
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
    vm.heap.decref(resumed.value);
    return null;
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
    vm.refuse('throw with a traceback', 'generator.throw() with a traceback is not supported.');
  if (second === undefined || second === None) return throwInto(runtime(vm), self, first ?? None);
  const made = vm.call(first as PyObject, [second]);
  try {
    return throwInto(runtime(vm), self, made);
  } finally {
    vm.heap.decref(made);
  }
});
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
attribute<PyGenerator>(GeneratorType, 'gi_yieldfrom', (_vm, self) => {
  const { frame } = self;
  const waits = frame?.delegates === true && self.state === 'suspended' ? frame.slots[frame.sp - 1] : null;
  if (!waits) return None;
  waits.rc++;
  return waits;
});
