/** The type faces that a picture needs, inside of it: a file that is opened elsewhere has no others. */

/** Rules for the faces of these families, with the fonts as data. A face that cannot be fetched is left out. */
export async function fontRules(families: ReadonlySet<string>): Promise<string> {
  const faces = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => ({ rule, sheet })),
  );
  const rules = await Promise.all(
    faces.map(async ({ rule, sheet }) => {
      const family = rule.style.getPropertyValue('font-family').replaceAll(/["']/g, '').trim();
      const url = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
      if (!families.has(family) || url === undefined) return '';
      const data = await dataOf(new URL(url, sheet.href ?? document.baseURI));
      const weight = rule.style.getPropertyValue('font-weight') || '400';
      return data === null
        ? ''
        : `@font-face{font-family:"${family}";font-weight:${weight};src:url(${data}) format("woff2")}`;
    }),
  );
  return rules.join('');
}

async function dataOf(url: URL): Promise<string | null> {
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `data:font/woff2;base64,${btoa(text)}`;
}

/** The families of a computed `font-family`. */
export const familiesOf = (css: string): string[] =>
  css.split(',').map((family) => family.replaceAll(/["']/g, '').trim());
