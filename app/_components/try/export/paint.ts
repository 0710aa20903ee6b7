/** Colours as every reader of SVG knows them: `light-dark()`, `color-mix()` and wide gamuts are computed by the browser. */
export interface Paint {
  readonly colour: string;
  /** 0 to 1. */
  readonly opacity: number;
}

const known = new Map<string, Paint | null>();
let context: CanvasRenderingContext2D | null = null;

/** The paint of a computed CSS colour; null where nothing of it is seen. */
export function paintOf(css: string): Paint | null {
  const found = known.get(css);
  if (found !== undefined) return found;
  const paint = computed(css);
  known.set(css, paint);
  return paint;
}

function computed(css: string): Paint | null {
  if (css === '' || css === 'none' || css === 'transparent') return null;
  context ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  if (alpha === 0) return null;
  const hex = [r, g, b].map((value) => value.toString(16).padStart(2, '0')).join('');
  return { colour: `#${hex}`, opacity: Math.round((alpha / 255) * 1000) / 1000 };
}

/** `fill="#fff" fill-opacity="0.5"`, or "none". */
export function painted(attribute: 'fill' | 'stroke', paint: Paint | null): string {
  if (paint === null) return `${attribute}="none"`;
  const faint = paint.opacity < 1 ? ` ${attribute}-opacity="${paint.opacity}"` : '';
  return `${attribute}="${paint.colour}"${faint}`;
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
