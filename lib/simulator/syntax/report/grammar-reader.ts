/** An element of a grammar rule. */
export type Element =
  | { readonly type: 'text'; readonly text: string; readonly soft: boolean; readonly forced: boolean }
  | { readonly type: 'ref'; readonly name: string }
  | { readonly type: 'group'; readonly alternatives: readonly Alternative[] }
  | { readonly type: 'optional' | 'star' | 'plus' | 'and' | 'not'; readonly element: Element }
  | { readonly type: 'gather'; readonly separator: Element; readonly element: Element }
  | { readonly type: 'cut' };

export interface Alternative {
  readonly items: readonly { readonly label: string; readonly element: Element }[];
  /** What stands between the braces, or ''. */
  readonly action: string;
}

/**
 * What a rule remembers: nothing; its first result at a place, as in CPython, whether mistakes were looked for or not; its
 * result at a place for each of the two (`keep`), which changes no result and only saves time.
 */
export type Memory = 'nothing' | 'memo' | 'keep';

export interface Rule {
  readonly name: string;
  readonly memo: Memory;
  readonly alternatives: readonly Alternative[];
}

const TOKEN =
  /\s*(\{[^|}]*\|[^\n]*?\}(?=\n|$)|\{[^}']*\}|&&|'[^']*'|"[^"]*"|[A-Za-z_]\w*=?|[|()[\]?*+.&!~])/y;

/** Reads rules in the notation of `grammar.ts`. */
export function readGrammar(text: string): Rule[] {
  const rules: Rule[] = [];
  for (const source of text.trim().split(/\n(?=\w)/)) {
    const colon = source.indexOf(':');
    const [name, memo] = source.slice(0, colon).split(' ');
    const reader = new AlternativesReader(source.slice(colon + 1));
    rules.push({
      name: name as string,
      memo: (memo ?? 'nothing') as Memory,
      alternatives: reader.alternatives(),
    });
  }
  return rules;
}

class AlternativesReader {
  private readonly tokens: string[] = [];
  private index = 0;

  constructor(source: string) {
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
      this.tokens.push(match[1] as string);
    }
  }

  private get token(): string {
    return this.tokens[this.index] ?? '';
  }

  private accept(token: string): boolean {
    if (this.token !== token) return false;
    this.index++;
    return true;
  }

  alternatives(): Alternative[] {
    this.accept('|');
    const alternatives = [this.alternative()];
    while (this.accept('|')) alternatives.push(this.alternative());
    return alternatives;
  }

  private alternative(): Alternative {
    const items: { label: string; element: Element }[] = [];
    let action = '';
    while (!['|', ')', ']', ''].includes(this.token)) {
      const token = this.token;
      if (token.startsWith('{')) {
        action = token.slice(1, -1).trim();
        this.index++;
        continue;
      }
      let label = '';
      if (token.endsWith('=') && !token.startsWith("'")) {
        label = token.slice(0, -1);
        this.index++;
      }
      items.push({ label, element: this.element() });
    }
    return { items, action };
  }

  private element(): Element {
    if (this.accept('&&')) return { type: 'text', text: this.quoted(), soft: false, forced: true };
    if (this.accept('&')) return { type: 'and', element: this.atom() };
    if (this.accept('!')) return { type: 'not', element: this.atom() };
    if (this.accept('~')) return { type: 'cut' };
    const element = this.atom();
    if (this.accept('?')) return { type: 'optional', element };
    if (this.accept('*')) return { type: 'star', element };
    if (this.accept('+')) return { type: 'plus', element };
    if (this.accept('.')) {
      const gathered = this.atom();
      this.index++;
      return { type: 'gather', separator: element, element: gathered };
    }
    return element;
  }

  private quoted(): string {
    return (this.tokens[this.index++] as string).slice(1, -1);
  }

  private atom(): Element {
    const token = this.token;
    if (this.accept('(')) {
      const alternatives = this.alternatives();
      this.index++;
      return { type: 'group', alternatives };
    }
    if (this.accept('[')) {
      const alternatives = this.alternatives();
      this.index++;
      return { type: 'optional', element: { type: 'group', alternatives } };
    }
    if (token.startsWith("'")) return { type: 'text', text: this.quoted(), soft: false, forced: false };
    if (token.startsWith('"')) return { type: 'text', text: this.quoted(), soft: true, forced: false };
    this.index++;
    return { type: 'ref', name: token };
  }
}
