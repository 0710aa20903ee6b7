/** f-strings (compiler_joined_str, compiler_formatted_value). */
import type { FormattedValue, JoinedStr } from '../../syntax/ast';
import { Op } from '../opcodes';
import type { Unit } from '../unit';

/** FORMAT_VALUE's argument: 0 none, 1 str, 2 repr, 3 ascii; 4 more when a format specification is on the stack. */
const CONVERSIONS = new Map([
  [-1, 0],
  [115, 1],
  [114, 2],
  [97, 3],
]);

export function compileJoined(u: Unit, e: JoinedStr) {
  if (e.values.length === 0) return u.constant(u.compiler.constants.literal({ type: 'str', value: '' }));
  for (const value of e.values) u.expression(value);
  if (e.values.length !== 1) u.emit(Op.BUILD_STRING, e.values.length);
}

export function compileFormatted(u: Unit, e: FormattedValue): void {
  u.expression(e.value);
  const conversion = CONVERSIONS.get(e.conversion) ?? 0;
  if (e.format_spec !== null) u.expression(e.format_spec);
  u.emit(Op.FORMAT_VALUE, conversion + (e.format_spec === null ? 0 : 4));
}
