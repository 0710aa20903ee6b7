import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PythonSyntaxError, parse } from '../../../lib/simulator/syntax';

const PIECES = (
  'a b x 1 0x 012 1e 1_ "s" \' """ f"{x}" f"{ b"\\x1" ( ) [ ] { } : , ; . ... = == := += -> + - * ** / // % @ ~ & | ^ < > ! ? $ ' +
  'if elif else for in while def class return yield lambda not and or is del global nonlocal try except finally with as import from ' +
  'pass break continue None True print await async match case _ raise assert \\ # é “ 😀'
).split(' ');

const program = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES),
      fc.constantFrom('\n', '\n    ', '\n\t', ' ', '\u00a0', '\0', '\ud800'),
    ),
    {
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join(' '));

function escapes(source: string): unknown {
  try {
    parse(source);
  } catch (error) {
    return error instanceof PythonSyntaxError ? null : error;
  }
  return null;
}

describe('the parser', () => {
  it('throws nothing but PythonSyntaxError for any row of tokens', () => {
    fc.assert(
      fc.property(program, (source) => {
        expect(escapes(source)).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });

  it('throws nothing else for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (source) => {
        expect(escapes(source)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});
