/** Imports. */
import { Op } from '../../bytecode/opcodes';
import { importFrom, importName } from '../imports';
import { storeName } from '../names';
import { PyModule } from '../types/module';
import { on, peek, pop, push } from './handler';

on(Op.IMPORT_NAME, (vm, frame, index) => push(frame, importName(vm, frame.code.names[index] as string)));
on(Op.IMPORT_FROM, (vm, frame, index) =>
  push(frame, importFrom(vm, peek(frame, 1), frame.code.names[index] as string)),
);
on(Op.IMPORT_STAR, (vm, frame) => {
  const module = pop(frame);
  if (!(module instanceof PyModule)) return;
  for (const [name, value] of module.all()) {
    if (name.startsWith('_')) continue;
    value.rc++;
    storeName(vm, frame.globals, name, value);
  }
});
