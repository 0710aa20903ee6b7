import { memo } from 'react';
import type { ArrowState, NameState, Scene } from '../film/film';
import type { Box, Places, Point } from '../layout/geometry';
import styles from './arrows.module.css';

/** Arrow heads in every hue; ids carry the stage's own prefix, since a page can hold two stages. */
export function ArrowHeads({ id }: { id: string }) {
  return (
    <defs>
      {[1, 2, 3, 4, 5, 6].map((hue) => (
        <g key={hue}>
          <marker
            id={`${id}-head-${hue}`}
            viewBox="0 0 10 10"
            refX="3"
            refY="5"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path className={`${styles.head} o${hue}`} d="M0 .6L9.4 5L0 9.4Z" />
          </marker>
          <marker
            id={`${id}-stride-${hue}`}
            viewBox="0 0 8 8"
            refX="5"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path className={`${styles.strideHead} o${hue}`} d="M1 1L5.5 4L1 7" />
          </marker>
        </g>
      ))}
    </defs>
  );
}

/** The path from a name to its port: flat at both ends, or upright where the name stands above its object. */
export function namePath(from: Box, to: Point, upright: boolean): string {
  if (upright) {
    const x = from.x + from.w / 2;
    const y = from.y + from.h + 2;
    return `M${x} ${y}C${x} ${y + 32} ${to.x} ${to.y - 26} ${to.x} ${to.y}`;
  }
  const x0 = from.x + from.w + 3;
  const y0 = from.y + from.h / 2;
  const pull = Math.min(60, Math.abs(to.x - x0) * 0.5);
  return `M${x0} ${y0}C${x0 + pull} ${y0} ${to.x - pull} ${to.y} ${to.x} ${to.y}`;
}

interface ArrowProps {
  id: string;
  d: string;
  hue: number;
  /** What it joins, for tests and for people who look into the page. */
  from: string;
  to: number;
  halo: boolean;
}

/** A weak reference: it points to its object and does not hold it. */
function WeakArrow({ id, d, hue, from, to, halo }: ArrowProps) {
  return (
    <>
      {halo && <path className={styles.halo} d={d} />}
      <path
        className={`${styles.weak} o${hue}`}
        d={d}
        markerEnd={`url(#${id}-stride-${hue})`}
        data-weak-from={from}
        data-weak-to={to}
      />
    </>
  );
}

/** One counted reference. */
function Arrow({ id, d, hue, from, to, halo }: ArrowProps) {
  return (
    <>
      {halo && <path className={styles.halo} d={d} />}
      <path
        className={`${styles.arrow} o${hue}`}
        d={d}
        markerEnd={`url(#${id}-head-${hue})`}
        data-arrow-from={from}
        data-arrow-to={to}
      />
    </>
  );
}

function Cut({ from, to, upright }: { from: Box; to: Point; upright: boolean }) {
  const x = ((upright ? from.x + from.w / 2 : from.x + from.w + 3) + to.x) / 2;
  const y = ((upright ? from.y + from.h : from.y + from.h / 2) + to.y) / 2;
  return (
    <>
      <path className={styles.cut} d={namePath(from, to, upright)} />
      <g className={styles.cross} transform={`translate(${x} ${y})`}>
        <circle r="9" />
        <path d="M-3.5 -3.5L3.5 3.5M3.5 -3.5L-3.5 3.5" />
      </g>
    </>
  );
}

/** A reference from an object to another one. */
const LinkArrow = memo(function LinkArrow({
  id,
  link,
  d,
  hueOf,
}: {
  id: string;
  link: ArrowState;
  d: string;
  hueOf: (object: number) => number;
}) {
  const [source = '', target = ''] = link.key.split('>');
  const to = Number(target.split(':')[0]);
  const Drawn = link.weak ? WeakArrow : Arrow;
  return <Drawn id={id} d={d} hue={hueOf(to)} from={`#${source}`} to={to} halo={link.isNew} />;
});

/** The reference of a name, or what is left of one that this step removed. */
const NameArrow = memo(function NameArrow({
  id,
  name,
  from,
  to,
  upright,
}: {
  id: string;
  name: NameState;
  from: Box;
  to: Point;
  upright: boolean;
}) {
  if (name.target === null) return null;
  if (name.status === 'cut') return <Cut from={from} to={to} upright={upright} />;
  return (
    <Arrow
      id={id}
      d={namePath(from, to, upright)}
      hue={name.hue}
      from={name.key}
      to={name.target}
      halo={name.isNew || name.via}
    />
  );
});

/** All references of a scene: from names, and from objects to objects. As many solid ones as the counts say. */
export function Arrows({
  scene,
  places,
  id,
  hueOf,
}: {
  scene: Scene;
  places: Places;
  id: string;
  hueOf: (object: number) => number;
}) {
  const upright = places.form === 'tall';
  return (
    <>
      {scene.links.map((link) => {
        const d = places.links.get(link.key);
        return d ? <LinkArrow key={link.key} id={id} link={link} d={d} hueOf={hueOf} /> : null;
      })}
      {scene.names.map((name) => {
        if (name.target === null || name.status === 'gone') return null;
        const from = places.names.get(name.key);
        const to = places.ports.get(`${name.key}>${name.target}`);
        return from && to ? (
          <NameArrow key={name.key} id={id} name={name} from={from} to={to} upright={upright} />
        ) : null;
      })}
    </>
  );
}
