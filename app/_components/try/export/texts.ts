import type { Rect } from './boxes';
import { escaped, painted, paintOf } from './paint';

/** One line of a text node, with its place. */
interface Line {
  readonly text: string;
  readonly rect: Rect;
}

let context: CanvasRenderingContext2D | null = null;

/** How far below the top of a line box its base line lies, in CSS pixels. */
function baseline(style: CSSStyleDeclaration, height: number): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return height * 0.8;
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText('x');
  return (height - (ascent + descent)) / 2 + ascent;
}

/** The lines of a text node, as the browser has broken them. */
function linesOf(node: Text, placed: (rect: DOMRect) => Rect): Line[] {
  const range = document.createRange();
  const lines: { text: string; from: Rect; to: Rect }[] = [];
  for (let i = 0; i < node.data.length; i += 1) {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const client = range.getClientRects()[0];
    if (!client || client.width === 0) continue;
    const rect = placed(client);
    const last = lines.at(-1);
    if (last && Math.abs(last.from.y - rect.y) < 2) {
      last.text += node.data[i];
      last.to = rect;
    } else lines.push({ text: node.data[i] ?? '', from: rect, to: rect });
  }
  return lines.map(({ text, from, to }) => ({
    text,
    rect: { x: from.x, y: from.y, w: to.x + to.w - from.x, h: from.h },
  }));
}

/** A text node as SVG text, line by line. */
export function textOf(node: Text, style: CSSStyleDeclaration, placed: (rect: DOMRect) => Rect): string {
  return linesOf(node, placed)
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, rect }) => {
      const y = rect.y + baseline(style, rect.h);
      const fill = painted('fill', paintOf(style.color));
      const font = `font-family="${escaped(style.fontFamily)}" font-size="${style.fontSize}" font-weight="${style.fontWeight}"`;
      const through = style.textDecorationLine.includes('line-through')
        ? ' text-decoration="line-through"'
        : '';
      return `<text x="${rect.x}" y="${y}" ${fill} ${font}${through} xml:space="preserve">${escaped(text)}</text>`;
    })
    .join('');
}
