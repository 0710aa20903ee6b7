/**
 * Kinds of tokens. Operators and keywords each have a kind of their own. They are typed `number`
 * lest the compiler take a token's kind for known after the lexer has moved on.
 */
export const ENDMARKER: number = 0;
export const NAME: number = 1;
export const NUMBER: number = 2;
export const STRING: number = 3;
export const NEWLINE: number = 4;
export const INDENT: number = 5;
export const DEDENT: number = 6;
/** The lexer cannot go on; why stands in its `error`. */
export const ERROR: number = 7;
/** A character that starts no token of Python, such as `?` or `$`. */
export const OTHER: number = 8;

export const LPAR: number = 10;
export const RPAR: number = 11;
export const LSQB: number = 12;
export const RSQB: number = 13;
export const LBRACE: number = 14;
export const RBRACE: number = 15;
export const COLON: number = 16;
export const COMMA: number = 17;
export const SEMI: number = 18;
export const PLUS: number = 19;
export const MINUS: number = 20;
export const STAR: number = 21;
export const SLASH: number = 22;
export const VBAR: number = 23;
export const AMPER: number = 24;
export const LESS: number = 25;
export const GREATER: number = 26;
export const EQUAL: number = 27;
export const DOT: number = 28;
export const PERCENT: number = 29;
export const TILDE: number = 30;
export const CIRCUMFLEX: number = 31;
export const AT: number = 32;
export const EQEQUAL: number = 33;
export const NOTEQUAL: number = 34;
export const LESSEQUAL: number = 35;
export const GREATEREQUAL: number = 36;
export const LEFTSHIFT: number = 37;
export const RIGHTSHIFT: number = 38;
export const DOUBLESTAR: number = 39;
export const DOUBLESLASH: number = 40;
export const RARROW: number = 41;
export const ELLIPSIS: number = 42;
export const COLONEQUAL: number = 43;
export const PLUSEQUAL: number = 44;
export const MINEQUAL: number = 45;
export const STAREQUAL: number = 46;
export const SLASHEQUAL: number = 47;
export const PERCENTEQUAL: number = 48;
export const AMPEREQUAL: number = 49;
export const VBAREQUAL: number = 50;
export const CIRCUMFLEXEQUAL: number = 51;
export const ATEQUAL: number = 52;
export const LEFTSHIFTEQUAL: number = 53;
export const RIGHTSHIFTEQUAL: number = 54;
export const DOUBLESTAREQUAL: number = 55;
export const DOUBLESLASHEQUAL: number = 56;

/** The spelling of the operators, from `LPAR` on. */
export const OPERATORS = (
  '( ) [ ] { } : , ; + - * / | & < > = . % ~ ^ @ == != <= >= << >> ** // -> ... := ' +
  '+= -= *= /= %= &= |= ^= @= <<= >>= **= //='
).split(' ');

export const FALSE: number = 60;
export const NONE: number = 61;
export const TRUE: number = 62;
export const AND: number = 63;
export const AS: number = 64;
export const ASSERT: number = 65;
export const ASYNC: number = 66;
export const AWAIT: number = 67;
export const BREAK: number = 68;
export const CLASS: number = 69;
export const CONTINUE: number = 70;
export const DEF: number = 71;
export const DEL: number = 72;
export const ELIF: number = 73;
export const ELSE: number = 74;
export const EXCEPT: number = 75;
export const FINALLY: number = 76;
export const FOR: number = 77;
export const FROM: number = 78;
export const GLOBAL: number = 79;
export const IF: number = 80;
export const IMPORT: number = 81;
export const IN: number = 82;
export const IS: number = 83;
export const LAMBDA: number = 84;
export const NONLOCAL: number = 85;
export const NOT: number = 86;
export const OR: number = 87;
export const PASS: number = 88;
export const RAISE: number = 89;
export const RETURN: number = 90;
export const TRY: number = 91;
export const WHILE: number = 92;
export const WITH: number = 93;
export const YIELD: number = 94;

/** One more than the greatest kind. */
export const KIND_COUNT = 95;

/** The spelling of the keywords, from `FALSE` on. */
export const KEYWORDS = (
  'False None True and as assert async await break class continue def del elif else except finally for ' +
  'from global if import in is lambda nonlocal not or pass raise return try while with yield'
).split(' ');

/** Keyword → kind. */
export const KEYWORD_KINDS: ReadonlyMap<string, number> = new Map(
  KEYWORDS.map((word, index) => [word, FALSE + index]),
);
