import { describe, expect, it } from 'vitest';
import { PythonSyntaxError, parse } from '../../../lib/simulator/syntax';
import recorded from './errors.json';

function refusal(source: string): unknown {
  try {
    parse(source);
  } catch (error) {
    return error;
  }
  return null;
}

describe('wrong programs get the error that CPython gives', () => {
  it.each(recorded.map((entry) => [entry.source.slice(0, 60), entry] as const))('%j', (_, entry) => {
    const error = refusal(entry.source);
    expect(error).toBeInstanceOf(PythonSyntaxError);
    if (!(error instanceof PythonSyntaxError)) return;
    const { type, message, line, column } = error;
    expect({ type, message, line, offset: column }).toEqual({
      type: entry.type,
      message: entry.message,
      // CPython tells no place at all for a source that it cannot read; here that is the start.
      line: entry.line ?? 1,
      offset: entry.offset ?? 0,
    });
    // CPython writes 0, -1 or None where it knows no end; here that is null.
    if (entry.endOffset !== null && entry.endOffset > 0 && error.endColumn !== null) {
      expect([error.endLine, error.endColumn]).toEqual([entry.endLine, entry.endOffset]);
    }
  });
});
