/** str and repr of dtypes (numpy/_core/_dtype.py). */
import type { Machine } from '../../memory/object';
import type { DType } from '../dtype';

/** `str(dtype)`: `int64`, `<U3`, `[('x', '<i4'), ('y', '<f8')]`. */
export function dtypeText(vm: Machine, dtype: DType): string {
  if (dtype.fields === null) return dtype.text;
  let at = 0;
  const packed = dtype.fields.every((f) => {
    const fits = f.offset === at;
    at += f.dtype.itemsize;
    return fits;
  });
  const inner = (t: DType): string => (t.fields === null ? `'${shortCode(t)}'` : dtypeText(vm, t));
  if (packed && at === dtype.itemsize) {
    const list = `[${dtype.fields.map((f) => `('${f.name}', ${inner(f.dtype)})`).join(', ')}]`;
    return dtype.record ? `(numpy.record, ${list})` : list;
  }
  const of = (pick: (f: (typeof dtype.fields & object)[number]) => string): string =>
    (dtype.fields ?? []).map(pick).join(', ');
  return `{'names': [${of((f) => `'${f.name}'`)}], 'formats': [${of((f) => inner(f.dtype))}], 'offsets': [${of((f) => String(f.offset))}], 'itemsize': ${dtype.itemsize}}`;
}

/** `dtype.str`: `<i8`, `|b1`, `<U3`. */
export function shortCode(t: DType): string {
  switch (t.letter) {
    case 'U':
    case 'S':
    case 'V':
      return t.fields === null ? t.text : `|V${t.itemsize}`;
    case 'O':
      return '|O';
    default:
      return `${t.itemsize === 1 ? '|' : '<'}${t.letter}${t.itemsize}`;
  }
}

/** `dtype.name`: `int64`, `str96`. */
export function dtypeName(t: DType): string {
  if (t.letter === 'U') return t.itemsize > 0 ? `str${t.bits}` : 'str';
  if (t.letter === 'S') return t.itemsize > 0 ? `bytes${t.bits}` : 'bytes';
  if (t.letter === 'V') return `${t.record ? 'record' : 'void'}${t.bits}`;
  return t.text;
}

/** `repr(dtype)`: `dtype('int64')`. */
export function dtypeRepr(vm: Machine, t: DType): string {
  const text = dtypeText(vm, t);
  if (t.fields === null)
    return `dtype('${t.letter === 'O' ? 'O' : t.letter === 'S' || t.letter === 'V' ? t.text.replace('|', '') : t.text}')`;
  return `dtype(${text})`;
}
