import { describe, expect, it } from 'vitest';
import { csvLine, valueOfCell } from '@/lib/common/csv';

describe('a line of CSV', () => {
  it('quotes what would break it, and doubles quotes', () =>
    expect(csvLine(['plain', 'a,b', 'say "hi"', 'two\nlines', 'a;b', ' blank', 'Zoë 😀'])).toBe(
      'plain,"a,b","say ""hi""","two\nlines","a;b"," blank",Zoë 😀\r\n',
    ));

  it('writes numbers and nothing as they are, and the words of a format', () =>
    expect(csvLine([1, 2.5, -3, 0, null, '', { literal: '-' }, { literal: '    Points Possible' }])).toBe(
      '1,2.5,-3,0,,,-,"    Points Possible"\r\n',
    ));

  it.each([
    ['=HYPERLINK("http://evil.example","x")', `"'=HYPERLINK(""http://evil.example"",""x"")"`],
    ['+1+1', "'+1+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t'=1"`],
    ['\r=1', `"'\r'=1"`],
    ['\n=1', `"'\n'=1"`],
    // Where a cell begins for a spreadsheet that splits at semicolons.
    ['a; =1', `"a; '=1"`],
    ['a;1', '"a;1"'],
    ['  =1', "'  =1"],
    ['a=1', 'a=1'],
    ['1-2', '1-2'],
  ])('takes the sting out of a formula: %j', (cell, expected) =>
    expect(csvLine([cell])).toBe(`${expected}\r\n`),
  );

  it.each(['=1', ' =1', '\t=1', 'a; =1', '=a;\n-b', 'a=1', "O'Neil; 1"])(
    'tells what %j said before',
    (text) => {
      const [, written = ''] = /^"?(.*?)"?\r\n$/s.exec(csvLine([text])) ?? [];
      expect(valueOfCell(written)).toBe(text);
    },
  );
});
