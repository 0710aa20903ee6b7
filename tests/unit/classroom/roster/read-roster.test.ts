import { describe, expect, it } from 'vitest';
import { decodeRoster } from '@/lib/classroom/roster/decode';
import { mostRows, readRoster } from '@/lib/classroom/roster/read-roster';

const ada = { line: 2, name: 'Ada Lovelace', email: 'ada@uni.example', section: 'A', studentNumber: '007' };

describe('a roster', () => {
  it.each([
    ['comma', 'name,email,section,student id\nAda Lovelace,ada@uni.example,A,007\n'],
    ['semicolon', 'Name;E-Mail;Group;Student ID\nAda Lovelace;ADA@uni.example;A;007\n'],
    ['tab', 'FULL NAME\temail_address\tTutorial\tmatrikelnummer\nAda Lovelace\tada@uni.example\tA\t007'],
    ['byte order mark', '\ufeffname,email,section,id\r\nAda Lovelace,ada@uni.example,A,007\r\n'],
    ['quotes', '"name","email","section","id"\n"Ada Lovelace","ada@uni.example","A","007"\n'],
    ['two columns of names', 'First name,Surname,mail,class,number\nAda,Lovelace,ada@uni.example,A,007\n'],
    ['columns of its own', 'name,notes,email,section,id\nAda Lovelace,"a; b, c",ada@uni.example,A,007\n'],
    ['empty rows', 'name,email,section,id\nAda Lovelace,ada@uni.example,A,007\n,,,\n\n'],
    [
      'semicolons within quotes of the header',
      '"name";"a,b,c,d";email;section;id\nAda Lovelace;;ada@uni.example;A;007\n',
    ],
    ['an old line break', 'name,email,section,id\rAda Lovelace,ada@uni.example,A,007\r'],
    ['our own escape of formulas', 'name,email,section,id\nAda Lovelace,ada@uni.example,A,007\n'],
  ])('is read with %s', (_, text) => {
    expect(readRoster(text)).toEqual({ rows: [ada], bad: [] });
  });

  it('keeps what was escaped against spreadsheets', () => {
    const { rows } = readRoster("name,email,section\n'=Ada,ada@uni.example,'-1\n'Twas,b@uni.example,\n");
    expect(rows.map(({ name, section }) => [name, section])).toEqual([
      ['=Ada', '-1'],
      ["'Twas", null],
    ]);
  });

  it('names the line and the reason of each bad row, and reads the others', () => {
    const { rows, bad } = readRoster(
      [
        'name,email,id',
        'Ada,ada@uni.example,1',
        ',b@uni.example,2',
        'Chidi,not an address,3',
        '"Two',
        'lines",d@uni.example,4',
        'Too,many@uni.example,5,6',
        'Few',
        `Long,${'x'.repeat(250)}@uni.example,7`,
        'Ends,ends@uni.example,8',
      ].join('\n'),
    );
    expect(rows.map(({ line }) => line)).toEqual([2, 10]);
    expect(bad).toEqual([
      { line: 3, reason: 'The row has no name.' },
      { line: 4, reason: 'The email address is not right.' },
      { line: 5, reason: 'The name is not right.' },
      { line: 7, reason: 'The row has 4 fields, and the first line has 3.' },
      { line: 8, reason: 'The row has 1 fields, and the first line has 3.' },
      { line: 9, reason: 'The email address is not right.' },
    ]);
  });

  it.each([
    ['', /empty/],
    ['name,email\n', /nobody below/],
    ['name\nAda\n', /neither a column "email" nor/],
    ['email\na@b.example\n', /no column for names/],
    ['name,email,E-Mail\nAda,a@b.example,b@b.example\n', /Two columns could be the email address/],
    ['name,email\n"Ada,a@b.example\n', /Line 2 cannot be read as CSV: a quoted field is not closed/],
    ['name,email\nAda "x",a@b.example\n', /Line 2 .*a quote stands within/],
    [`name,email\n${'A,a@b.example\n'.repeat(mostRows + 1)}`, /more than 5000 rows/],
    [`name,email\n${'x'.repeat(30_000)},a@b.example\n`, /Line 2 .*too long/],
  ])('refuses %j', (text, message) => {
    expect(() => readRoster(text)).toThrow(message);
  });
});

describe('the bytes of a file', () => {
  it.each([
    ['UTF-8', [0x5a, 0xc3, 0xbc], 'Zü', 'utf-8'],
    ['Windows-1252', [0x5a, 0xfc, 0x80, 0x93, 0x9f], 'Zü€“Ÿ', 'windows-1252'],
    ['UTF-16, little end first', [0xff, 0xfe, 0x5a, 0x00, 0xfc, 0x00], 'Zü', 'utf-16'],
    ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0x5a, 0x00, 0xfc], 'Zü', 'utf-16'],
  ] as const)('are read as %s', (_, bytes, text, encoding) => {
    expect(decodeRoster(new Uint8Array(bytes))).toEqual({ text, encoding });
  });
});
