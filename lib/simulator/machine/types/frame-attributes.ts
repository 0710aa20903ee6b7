/** Tracebacks and frame objects: behaviour (Python/traceback.c, Objects/frameobject.c). */
import { int, None } from '../../memory/atoms';
import type { PyObject } from '../../memory/object';
import { FrameType, TracebackType } from '../../memory/types';
import { attribute, define } from '../builtin';
import type { PyFrame, PyTraceback } from './frame';

const owned = (o: PyObject): PyObject => {
  o.rc++;
  return o;
};

attribute<PyTraceback>(TracebackType, 'tb_next', (_vm, self) => owned(self.next ?? None));
attribute<PyTraceback>(TracebackType, 'tb_frame', (vm, self) =>
  owned(self.frame ?? vm.refuse('tb_frame', 'A frame of library code is not supported.')),
);
attribute<PyTraceback>(TracebackType, 'tb_lineno', (_vm, self) => int(self.line));
attribute<PyFrame>(FrameType, 'f_lineno', (_vm, self) =>
  self.frame.line === null ? None : int(self.frame.line),
);
for (const name of ['f_locals', 'f_globals', 'f_back', 'f_code', 'f_builtins'])
  attribute<PyFrame>(FrameType, name, (vm) => vm.refuse(name, `${name} of a frame is not supported.`));
for (const type of [TracebackType, FrameType])
  define(type, {
    repr: (vm, self) =>
      vm.refuse(
        'address',
        `The text of a ${self.type.name} contains its address, which differs from run to run.`,
      ),
  });
