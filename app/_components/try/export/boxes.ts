import { painted, paintOf } from './paint';

/** A part of the picture, in CSS pixels from its upper left corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Name of the hatching that freed things are filled with. */
export const HATCH = 'hatch';

const numberOf = (css: string): number => Number.parseFloat(css) || 0;

const rectangle = ({ x, y, w, h }: Rect, radius: number, look: string): string =>
  `<rect x="${x}" y="${y}" width="${Math.max(0, w)}" height="${Math.max(0, h)}" rx="${Math.min(radius, w / 2, h / 2)}" ${look}/>`;

const grown = ({ x, y, w, h }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  w: w + 2 * by,
  h: h + 2 * by,
});

/** Background, border and halo of an element, as the stage's style sheets use them. */
export function boxOf(style: CSSStyleDeclaration, rect: Rect): string {
  const radius = numberOf(style.borderTopLeftRadius);
  const parts: string[] = [];
  for (const shadow of shadowsOf(style.boxShadow)) if (!shadow.inset) parts.push(halo(rect, radius, shadow));
  const background = paintOf(style.backgroundColor);
  if (background) parts.push(rectangle(rect, radius, painted('fill', background)));
  if (style.backgroundImage.includes('gradient'))
    parts.push(rectangle(rect, radius, `fill="url(#${HATCH})"`));
  parts.push(borderOf(style, rect, radius));
  for (const shadow of shadowsOf(style.boxShadow)) if (shadow.inset) parts.push(inner(rect, radius, shadow));
  return parts.join('');
}

function borderOf(style: CSSStyleDeclaration, rect: Rect, radius: number): string {
  const [top, right, bottom, left] = [
    style.borderTopWidth,
    style.borderRightWidth,
    style.borderBottomWidth,
    style.borderLeftWidth,
  ].map(numberOf);
  const dash = (css: string) => (css === 'dashed' ? ' stroke-dasharray="4 4"' : '');
  if (top && right && bottom && left) {
    const paint = painted('stroke', paintOf(style.borderTopColor));
    const drawn = (by: number, width: number) =>
      rectangle(
        grown(rect, -by),
        radius - by,
        `fill="none" ${paint} stroke-width="${width}"${dash(style.borderTopStyle)}`,
      );
    // A double border of 4 px: two lines of a third each.
    return style.borderTopStyle === 'double'
      ? drawn(top / 6, top / 3) + drawn((top * 5) / 6, top / 3)
      : drawn(top / 2, top);
  }
  const line = (x1: number, y1: number, x2: number, y2: number, colour: string, width: number, css: string) =>
    `<path d="M${x1} ${y1}L${x2} ${y2}" fill="none" ${painted('stroke', paintOf(colour))} stroke-width="${width}"${dash(css)}/>`;
  const { x, y, w, h } = rect;
  return [
    top ? line(x, y + top / 2, x + w, y + top / 2, style.borderTopColor, top, style.borderTopStyle) : '',
    right
      ? line(
          x + w - right / 2,
          y,
          x + w - right / 2,
          y + h,
          style.borderRightColor,
          right,
          style.borderRightStyle,
        )
      : '',
    bottom
      ? line(
          x,
          y + h - bottom / 2,
          x + w,
          y + h - bottom / 2,
          style.borderBottomColor,
          bottom,
          style.borderBottomStyle,
        )
      : '',
    left
      ? line(x + left / 2, y, x + left / 2, y + h, style.borderLeftColor, left, style.borderLeftStyle)
      : '',
  ].join('');
}

interface Shadow {
  readonly colour: string;
  readonly x: number;
  readonly y: number;
  readonly spread: number;
  readonly inset: boolean;
}

/** The rings and hairlines among the shadows; blurred ones are left out, the stage has none. */
function shadowsOf(css: string): Shadow[] {
  if (css === 'none' || css === '') return [];
  return css.split(/,(?![^(]*\))/).flatMap((one): Shadow[] => {
    const match = /^\s*(.+?\)|\S+)\s+(-?[\d.]+)px (-?[\d.]+)px (-?[\d.]+)px (-?[\d.]+)px(\s+inset)?/.exec(
      one,
    );
    if (!match || Number(match[4]) !== 0) return [];
    const [, colour = '', x, y, , spread, inset] = match;
    return [{ colour, x: Number(x), y: Number(y), spread: Number(spread), inset: inset !== undefined }];
  });
}

const halo = (rect: Rect, radius: number, { colour, spread }: Shadow): string =>
  rectangle(
    grown(rect, spread / 2),
    radius + spread / 2,
    `fill="none" ${painted('stroke', paintOf(colour))} stroke-width="${spread}"`,
  );

/** A ring inside, or (moved by a pixel) the hairlines between the cells of a grid. */
function inner(rect: Rect, radius: number, { colour, x, y, spread }: Shadow): string {
  const stroke = painted('stroke', paintOf(colour));
  if (spread > 0)
    return rectangle(
      grown(rect, -spread / 2),
      radius - spread / 2,
      `fill="none" ${stroke} stroke-width="${spread}"`,
    );
  const right = rect.x + rect.w - 0.5;
  const bottom = rect.y + rect.h - 0.5;
  return [
    x < 0 ? `<path d="M${right} ${rect.y}V${rect.y + rect.h}" fill="none" ${stroke}/>` : '',
    y < 0 ? `<path d="M${rect.x} ${bottom}H${rect.x + rect.w}" fill="none" ${stroke}/>` : '',
  ].join('');
}
