/** Why modules that CPython has are not there. */

const NOT_DETERMINISTIC = 'gives other values in each run';
const REASONS: Readonly<Record<string, string>> = {
  random: NOT_DETERMINISTIC,
  secrets: NOT_DETERMINISTIC,
  uuid: NOT_DETERMINISTIC,
  time: NOT_DETERMINISTIC,
  datetime: NOT_DETERMINISTIC,
  timeit: NOT_DETERMINISTIC,
  os: 'reaches out of the program',
  pathlib: 'reaches out of the program',
  io: 'reaches out of the program',
  subprocess: 'reaches out of the program',
  socket: 'reaches out of the program',
  threading: 'runs code at the same time, in an order that is not known',
  multiprocessing: 'runs code at the same time, in an order that is not known',
  asyncio: 'runs code at the same time, in an order that is not known',
  ctypes: 'reaches out of the program',
};

/** What to say of a module that cannot be imported. */
export function reasonFor(name: string): string {
  const reason = REASONS[name.split('.')[0] as string];
  return reason === undefined ? `The module ${name} is not supported.` : `The module ${name} ${reason}.`;
}
