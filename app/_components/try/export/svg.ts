/**
 * The stage as one SVG file that stands alone: boxes, texts and arrows of the page as rectangles, texts and paths.
 * The page is read rather than the film, so that the picture is the one that is seen, and there is one drawing.
 */
import { boxOf, HATCH, type Rect } from './boxes';
import { familiesOf, fontRules } from './fonts';
import { painted, paintOf } from './paint';
import { textOf } from './texts';

export interface Svg {
  readonly text: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Room around the picture. */
const MARGIN = 20;

/** Properties of SVG elements that come from the style sheet. */
const CARRIED = [
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
] as const;

/** The picture of a stage, as it stands. */
export async function svgOf(stage: HTMLElement): Promise<Svg> {
  const frame = stage.getBoundingClientRect();
  // The stage may be drawn smaller to fit its room; the picture has its own size.
  const scale = frame.width / stage.offsetWidth || 1;
  const drawing = new Drawing((rect) => ({
    x: round((rect.x - frame.x) / scale + MARGIN),
    y: round((rect.y - frame.y) / scale + MARGIN),
    w: round(rect.width / scale),
    h: round(rect.height / scale),
  }));
  drawing.element(stage);
  const width = stage.offsetWidth + 2 * MARGIN;
  const height = stage.offsetHeight + 2 * MARGIN;
  const fonts = await fontRules(drawing.families);
  const line = painted('stroke', paintOf(variable(stage, '--line-2')));
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${stage.getAttribute('aria-label')?.replaceAll('&', '&amp;').replaceAll('<', '&lt;') ?? ''}</title>`,
    `<style>${fonts}</style>`,
    `<defs><pattern id="${HATCH}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V8" ${line}/></pattern></defs>`,
    `<rect width="100%" height="100%" ${painted('fill', paintOf(variable(stage, '--surface')))}/>`,
    ...drawing.parts,
    '</svg>',
  ].join('\n');
  return { text, width, height };
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** A colour of the design tokens, as the browser computes it here. */
function variable(element: HTMLElement, name: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(${name})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

class Drawing {
  readonly parts: string[] = [];
  readonly families = new Set<string>();

  constructor(private readonly placed: (rect: DOMRect) => Rect) {}

  element(element: Element): void {
    const style = getComputedStyle(element);
    const unseen =
      style.display === 'none' ||
      style.visibility === 'hidden' ||
      element.classList.contains('sr') ||
      element.hasAttribute('popover');
    if (unseen) return;
    if (element instanceof SVGSVGElement) {
      this.svg(element);
      return;
    }
    this.parts.push(boxOf(style, this.placed(element.getBoundingClientRect())));
    for (const child of element.childNodes) {
      if (child instanceof Element) this.element(child);
      else if (child instanceof Text) this.text(child, style);
    }
  }

  private text(node: Text, style: CSSStyleDeclaration): void {
    for (const family of familiesOf(style.fontFamily)) this.families.add(family);
    this.parts.push(textOf(node, style, this.placed));
  }

  /** Arrows and lanes: a copy that carries its looks with it. */
  private svg(element: SVGSVGElement): void {
    const { x, y } = this.placed(element.getBoundingClientRect());
    const copy = element.cloneNode(true) as SVGSVGElement;
    const originals = element.querySelectorAll('*');
    copy.querySelectorAll('*').forEach((one, i) => {
      const original = originals[i];
      if (original) this.carry(original, one);
    });
    const inside = new XMLSerializer().serializeToString(copy);
    this.parts.push(`<g transform="translate(${x} ${y})">${inside}</g>`);
  }

  private carry(from: Element, to: Element): void {
    const style = getComputedStyle(from);
    for (const part of ['fill', 'stroke'] as const) {
      const paint = paintOf(style.getPropertyValue(part));
      to.setAttribute(part, paint?.colour ?? 'none');
      if (paint && paint.opacity < 1) to.setAttribute(`${part}-opacity`, String(paint.opacity));
    }
    for (const name of CARRIED) to.setAttribute(name, style.getPropertyValue(name));
    if (from instanceof SVGTextElement)
      for (const family of familiesOf(style.fontFamily)) this.families.add(family);
    to.removeAttribute('class');
  }
}
