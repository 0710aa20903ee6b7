/**
 * `'…%s…' % (a, b)` with nothing but `%s`, `%r` and `%a` is compiled as an f-string (optimize_format, Python/ast_opt.c):
 * no tuple is made, and each value becomes text before the next one is computed.
 */
import type { BinOp, Expression, JoinedStr } from '../../syntax/ast';

/** `%%`, or a field: flags, of which `-` alone means something, width, precision, conversion. */
const FIELD = /%(?:%|([-+ #0]*)(\d{0,2})(?:\.(\d{0,2}))?([sra]))/y;

/** The f-string that the expression is, or null where it stays what it is. */
export function asJoined(e: BinOp): JoinedStr | null {
  const { left, right, line, column, endLine, endColumn } = e;
  if (left.kind !== 'Constant' || left.value.type !== 'str' || right.kind !== 'Tuple') return null;
  if (right.elts.some(({ kind }) => kind === 'Starred')) return null;
  const place = { line, column, endLine, endColumn };
  const literal = (value: string): Expression => ({
    ...place,
    kind: 'Constant',
    value: { type: 'str', value },
  });
  const format = left.value.value;
  const values: Expression[] = [];
  let text = '';
  let used = 0;
  for (let at = 0; at < format.length; ) {
    if (format[at] !== '%') {
      text += format[at++];
      continue;
    }
    FIELD.lastIndex = at;
    const field = FIELD.exec(format);
    if (field === null) return null;
    at = FIELD.lastIndex;
    const [all, flags, width, precision, conversion] = field;
    if (all === '%%') {
      text += '%';
      continue;
    }
    const value = right.elts[used++];
    if (value === undefined || conversion === undefined) return null;
    if (text !== '') values.push(literal(text));
    text = '';
    const side = width === '' || flags?.includes('-') ? '' : '>';
    const spec = `${side}${width}${precision === undefined ? '' : `.${Number(precision)}`}`;
    values.push({
      ...place,
      kind: 'FormattedValue',
      value,
      conversion: conversion.charCodeAt(0),
      format_spec: spec === '' ? null : { ...place, kind: 'JoinedStr', values: [literal(spec)] },
    });
  }
  if (used < right.elts.length) return null;
  if (text !== '') values.push(literal(text));
  return { ...place, kind: 'JoinedStr', values };
}
