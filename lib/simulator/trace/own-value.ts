/**
 * The value that a record has under a name of the program, and nothing that it inherits: a trace that was written down
 * and read again is made of plain objects, in which `toString` would be a function of the host.
 */
export const ownValue = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
