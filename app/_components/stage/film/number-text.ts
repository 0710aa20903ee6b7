/**
 * Numbers as Python's repr writes them: the shortest digits that read back the same (Python/pystrtod.c,
 * PyOS_double_to_string with 'r'), an exponent below 1e-4 and from 1e16.
 */
export function floatText(value: number): string {
  return written(value, shortest(value));
}

/** A float32: the shortest digits that read back as the same float32, as NumPy prints it. */
export function float32Text(value: number): string {
  for (let digits = 1; digits < 10; digits += 1) {
    const text = value.toExponential(digits - 1);
    if (Math.fround(Number(text)) === value) return written(value, text);
  }
  return floatText(value);
}

function shortest(value: number): string {
  return Number.isFinite(value) ? value.toExponential() : '';
}

function written(value: number, exponential: string): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const [mantissa = '0', power = '0'] = exponential.replace(/^-/, '').split('e');
  const digits = mantissa.replace('.', '');
  const exponent = Number(power);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (exponent < -4 || exponent >= 16) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    const size = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${size}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
}
