'use client';

import { type RefObject, useEffect, useId, useState } from 'react';
import { type Drawing, drawnHue, objectOf } from './drawing';
import styles from './memory-diagram.module.css';

interface Arrow {
  readonly key: string;
  readonly hue: number;
  readonly path: string;
}

/** One solid arrow for each reference, in the hue of the object that it leads to, measured where the fields stand. */
export function DrawnArrows({ drawing, root }: { drawing: Drawing; root: RefObject<HTMLElement | null> }) {
  const id = useId();
  const [arrows, setArrows] = useState<readonly Arrow[]>([]);
  // Not before the board around it is there, which is put into the page after its parts.
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const measure = () => {
      const next = arrowsOf(element, drawing);
      setArrows((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [drawing, root]);
  return (
    <svg className={styles.arrows} aria-hidden="true">
      <defs>
        {[1, 2, 3, 4, 5, 6].map((hue) => (
          <marker
            key={hue}
            id={`${id}-${hue}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
            className={`o${hue}`}
          >
            <path d="M0 0.5 8 4 0 7.5z" fill="var(--c)" />
          </marker>
        ))}
      </defs>
      {arrows.map(({ key, hue, path }) => (
        <path key={key} d={path} className={`${styles.arrow} o${hue}`} markerEnd={`url(#${id}-${hue})`} />
      ))}
    </svg>
  );
}

/** Distance between two arrows that lead to the same object. */
const APART = 9;

function arrowsOf(root: HTMLElement, drawing: Drawing): Arrow[] {
  const frame = root.getBoundingClientRect();
  const boxOf = (selector: string) => {
    const box = root.querySelector(selector)?.getBoundingClientRect();
    return (
      box && {
        left: box.left - frame.left,
        right: box.right - frame.left,
        y: box.top - frame.top,
        h: box.height,
      }
    );
  };
  const references = [
    ...Object.entries(drawing.names).map(([name, to]) => ({
      end: `name.${name}`,
      to: objectOf(to),
      side: false,
    })),
    ...drawing.objects.flatMap((one) =>
      Object.entries(one.slots).map(([slot, to]) => ({
        end: `slot.${one.id}.${slot}`,
        to: objectOf(to),
        side: true,
      })),
    ),
  ];
  const arriving = new Map<string, number>();
  return references.flatMap(({ end, to, side }) => {
    const from = to === null ? undefined : boxOf(`[data-from="${CSS.escape(end)}"]`);
    const card = to === null ? undefined : boxOf(`[data-drawn="${to}"]`);
    if (!from || !card || to === null) return [];
    const nth = arriving.get(`${to} ${side}`) ?? 0;
    arriving.set(`${to} ${side}`, nth + 1);
    const y = from.y + from.h / 2;
    const end_ = { x: side ? card.right + 2 : card.left - 3, y: card.y + 20 + nth * APART };
    const path = side
      ? bowed(card.right, y, end_.x, end_.y, nth)
      : `M${r(from.right + 4)} ${r(y)}C${r((from.right + end_.x) / 2)} ${r(y)} ${r((from.right + end_.x) / 2)} ${r(end_.y)} ${r(end_.x)} ${r(end_.y)}`;
    return [{ key: end, hue: drawnHue(drawing, to), path }];
  });
}

/** From the right edge of one card, out and back to that of another. */
function bowed(x: number, y: number, toX: number, toY: number, nth: number): string {
  const out = Math.max(x, toX) + 26 + nth * 8;
  return `M${r(x)} ${r(y)}C${r(out)} ${r(y)} ${r(out)} ${r(toY)} ${r(toX)} ${r(toY)}`;
}

const r = (value: number): number => Math.round(value * 2) / 2;
