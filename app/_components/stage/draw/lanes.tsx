import type { LaneState, Scene } from '../film/film';
import type { Places, Strip } from '../layout/geometry';
import styles from './lanes.module.css';

interface LaneProps {
  id: string;
  lane: LaneState;
  /** #n of the view. */
  number: number;
  hue: number;
  strip: Strip;
  at: { y: number; h: number };
  places: Places;
}

/** The band that a view made or used in this step throws from its lane up to the strip. */
function Band({ lane, hue, strip, at }: LaneProps) {
  return lane.windows.map((w) => {
    const x = strip.lefts[w.start] ?? 0;
    const top = Math.min(strip.y, at.y);
    return (
      <rect
        key={w.start}
        className={`${styles.band} o${hue}`}
        x={x}
        y={top}
        width={w.labels.length * strip.cell}
        height={Math.abs(at.y - strip.y) + at.h / 2}
      />
    );
  });
}

function Windows({ lane, hue, strip, at }: LaneProps) {
  return lane.windows.map((w) => {
    const x = strip.lefts[w.start] ?? 0;
    return (
      <g key={w.start} data-window={lane.object}>
        <rect
          className={`${styles.window} o${hue} ${lane.focus ? styles.focus : ''}`}
          x={x + 1.5}
          y={at.y}
          width={w.labels.length * strip.cell - 3}
          height={at.h}
          rx="5"
        />
        {w.labels.map((label, i) => {
          const left = strip.lefts[w.start + i] ?? 0;
          return (
            <g key={left}>
              {w.now[i] && (
                <rect
                  className={styles.now}
                  x={left + 4}
                  y={at.y + 4}
                  width={strip.cell - 8}
                  height={at.h - 8}
                  rx="3"
                />
              )}
              <text
                className={`${styles.index} o${hue}`}
                x={left + strip.cell / 2}
                y={at.y + at.h / 2 + 4}
                style={strip.cell < 30 ? { fontSize: '9.5px' } : undefined}
              >
                {label}
              </text>
            </g>
          );
        })}
      </g>
    );
  });
}

function StrideArc({ id, stride, hue, strip, at }: LaneProps & { stride: LaneState['strides'][number] }) {
  const a = (strip.lefts[stride.from] ?? 0) + strip.cell / 2;
  const b = (strip.lefts[stride.to] ?? 0) + strip.cell / 2;
  const way = Math.sign(b - a) || 1;
  const y = stride.above ? at.y - 4 : at.y + at.h + 4;
  const rise = (stride.above ? -1 : 1) * (stride.above ? 16 : 22);
  const pull = Math.min(18, Math.abs(b - a) / 4) * way;
  const label = stride.above
    ? { x: Math.max(a, b) + 8, y: at.y - 12, anchor: 'start' as const }
    : { x: (a + b) / 2, y: at.y + at.h + 35, anchor: 'middle' as const };
  return (
    <>
      <path
        className={`${styles.stride} o${hue}`}
        d={`M${a + way * 2} ${y}C${a + pull} ${y + rise} ${b - pull} ${y + rise} ${b - way * 2} ${y}`}
        markerEnd={`url(#${id}-stride-${hue})`}
      />
      <text className={`${styles.label} o${hue}`} x={label.x} y={label.y} textAnchor={label.anchor}>
        {stride.label}
      </text>
    </>
  );
}

/** Which view it is, by number as well as by hue, and how it reads the buffer. */
function Caption({ lane, number, hue, strip, at, places }: LaneProps) {
  const wide = places.form === 'wide';
  const top = at.y - (wide && lane.strides.some((stride) => stride.above) ? 30 : 5);
  return (
    <text className={`${styles.caption} o${hue}`} x={strip.x} y={top} data-lane-caption={lane.object}>
      <tspan className={styles.captionNumber}>#{number}</tspan>
      <tspan dx="7">{lane.caption}</tspan>
    </text>
  );
}

/** What each view sees, in line with the strip. */
export function Lanes({
  scene,
  places,
  id,
  hueOf,
  numberOf,
}: {
  scene: Scene;
  places: Places;
  id: string;
  hueOf: (object: number) => number;
  numberOf: (object: number) => number;
}) {
  const drawn = scene.lanes.flatMap((lane): LaneProps[] => {
    const strip = places.strips.get(lane.buffer);
    const at = places.lanes.get(lane.object);
    return strip && at && scene.n < (places.objectUntil.get(lane.object) ?? Number.POSITIVE_INFINITY)
      ? [{ id, lane, number: numberOf(lane.object), hue: hueOf(lane.object), strip, at, places }]
      : [];
  });
  const wide = places.form === 'wide';
  return (
    <>
      {drawn
        .filter((d) => d.lane.focus)
        .map((d) => (
          <Band key={d.lane.object} {...d} />
        ))}
      {wide && guides(drawn)}
      {drawn.map((d) => (
        <g key={d.lane.object}>
          {wide && <DataPointer {...d} />}
          <Windows {...d} />
          <Caption {...d} />
          {wide &&
            d.lane.strides.map((stride) => (
              <StrideArc key={`${stride.from}-${stride.to}-${stride.label}`} stride={stride} {...d} />
            ))}
        </g>
      ))}
    </>
  );
}

/** Thin lines that lead the eye from the cells down to the lanes. */
function guides(drawn: readonly LaneProps[]) {
  const lowest = new Map<Strip, number>();
  for (const { strip, at } of drawn) lowest.set(strip, Math.max(lowest.get(strip) ?? 0, at.y));
  return [...lowest].flatMap(([strip, y]) =>
    [...strip.lefts, strip.x + strip.width].map((x) => (
      <line key={`${strip.y}-${x}`} className={styles.guide} x1={x} x2={x} y1={strip.y + strip.h} y2={y} />
    )),
  );
}

/** A view looks at data that another object owns: dotted, not counted. */
function DataPointer({ lane, hue, strip, at, places }: LaneProps) {
  const box = places.objects.get(lane.object);
  const first = lane.windows[0];
  if (!box || !first) return null;
  const y = at.y + at.h / 2;
  return (
    <path
      className={`${styles.data} o${hue}`}
      d={`M${box.x + box.w + 3} ${y}L${(strip.lefts[first.start] ?? 0) - 6} ${y}`}
    />
  );
}

/** An owner points at its own strip. */
export function OwnerPointer({
  places,
  owner,
  buffer,
  halo,
}: {
  places: Places;
  owner: number;
  buffer: number;
  halo: boolean;
}) {
  const box = places.objects.get(owner);
  const strip = places.strips.get(buffer);
  if (!box || !strip) return null;
  const y = strip.y + strip.h / 2;
  const d =
    places.form === 'wide'
      ? `M${box.x + box.w + 3} ${y}L${strip.x - 8} ${y}`
      : `M${box.x + box.w / 2} ${box.y + box.h + 3}L${box.x + box.w / 2} ${strip.y - 20}`;
  return (
    <>
      {halo && <path className={styles.halo} d={d} />}
      <path className={styles.data} d={d} />
    </>
  );
}
