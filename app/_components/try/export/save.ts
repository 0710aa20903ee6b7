import { traceJson } from './trace-json';

/** Pixels of the picture for each CSS pixel of the stage. */
const SHARPNESS = 2;

/** Saves the stage as it stands, or the trace of the program, as a file; false where there is nothing to save. */
export async function save(what: 'svg' | 'png' | 'json', program: string, n: number): Promise<boolean> {
  if (what === 'json') {
    const json = await traceJson(program);
    return json !== null && download(new Blob([json], { type: 'application/json' }), 'trace.json');
  }
  const stage = document.querySelector<HTMLElement>('[data-stage]');
  if (!stage) return false;
  // What draws the picture is fetched when somebody wants it.
  const { svgOf } = await import('./svg');
  const svg = await svgOf(stage);
  const name = `memory-step-${n}`;
  if (what === 'svg') return download(new Blob([svg.text], { type: 'image/svg+xml' }), `${name}.svg`);
  const png = await rastered(svg.text, svg.width, svg.height);
  return png !== null && download(png, `${name}.png`);
}

function download(blob: Blob, name: string): boolean {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the blob by the next task.
  setTimeout(() => URL.revokeObjectURL(link.href));
  return true;
}

async function rastered(svg: string, width: number, height: number): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * SHARPNESS);
  canvas.height = Math.ceil(height * SHARPNESS);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.scale(SHARPNESS, SHARPNESS);
  context.drawImage(image, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
