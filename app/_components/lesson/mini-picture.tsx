import type { Film, NameState, ObjectState, Scene } from '../stage/film/film';
import styles from './mini-picture.module.css';

const NAME = { w: 44, h: 28, step: 52 };
const CELL = { w: 28, h: 28 };
const OBJECT_X = 94;

interface Drawn {
  readonly state: ObjectState;
  readonly hue: number;
  readonly y: number;
  readonly cells: readonly { text: string; now: boolean }[];
}

/** A small still of one step: names, arrows, values. What the words beside it say, so hidden from readers. */
export function MiniPicture({ film, n }: { film: Film; n: number }) {
  const scene = film.scenes[n];
  if (!scene) return null;
  const roles = film.cast.names.filter((role) => role.frame === 0 && role.targets.length > 0);
  const names = roles.map((role) => ({ role, state: scene.names.find((s) => s.key === role.key) }));
  const height = Math.max(names.length * NAME.step, 62);
  const objects = drawnObjects(film, scene, height);
  const widest = Math.max(
    3,
    ...film.cast.objects.map((role) => (role.body.type === 'grid' ? role.body.columns : 1)),
  );
  const width = OBJECT_X + widest * CELL.w + 20;
  return (
    <svg className={styles.picture} viewBox={`0 0 ${width} ${height}`} width={width} aria-hidden="true">
      {names.map(
        ({ role, state }, i) =>
          state && (
            <MiniName
              key={role.key}
              name={role.name}
              state={state}
              y={nameY(i, names.length, height)}
              objects={objects}
            />
          ),
      )}
      {objects.map((object) => (
        <MiniObject key={object.state.id} object={object} />
      ))}
    </svg>
  );
}

function nameY(i: number, count: number, height: number): number {
  return height / 2 + (i - (count - 1) / 2) * NAME.step;
}

function drawnObjects(film: Film, scene: Scene, height: number): Drawn[] {
  const roles = film.cast.objects.filter((role) => role.body.type === 'grid');
  return roles.flatMap((role, i): Drawn[] => {
    const state = scene.objects.find((object) => object.id === role.id);
    if (!state) return [];
    const columns = role.body.type === 'grid' ? role.body.columns : 0;
    const blank = Array.from({ length: columns }, () => ({ text: '', now: false }));
    const cells = state.body.type === 'grid' ? state.body.cells : blank;
    return [{ state, hue: role.hue, y: nameY(i, roles.length, height), cells }];
  });
}

function MiniName({
  name,
  state,
  y,
  objects,
}: {
  name: string;
  state: NameState;
  y: number;
  objects: readonly Drawn[];
}) {
  const bound = state.status === 'bound';
  const target = objects.find((object) => object.state.id === state.target);
  const look = bound ? `o${state.hue}` : styles.gone;
  const to = target ? target.y + Math.sign(y - target.y) * 7 : y;
  return (
    <g className={look}>
      <rect className={styles.name} x="1" y={y - NAME.h / 2} width={NAME.w} height={NAME.h} rx="14" />
      <text className={styles.nameText} x={1 + NAME.w / 2} y={y + 5}>
        {name}
      </text>
      {bound && target && (
        <>
          <path
            className={styles.arrow}
            d={`M${NAME.w + 4} ${y}C${NAME.w + 26} ${y} ${OBJECT_X - 32} ${to} ${OBJECT_X - 10} ${to}`}
          />
          <path
            className={styles.head}
            d={`M${OBJECT_X - 11} ${to - 4}L${OBJECT_X - 3} ${to}L${OBJECT_X - 11} ${to + 4}Z`}
          />
        </>
      )}
    </g>
  );
}

function MiniObject({ object }: { object: Drawn }) {
  const freed = object.state.status === 'freed';
  const w = object.cells.length * CELL.w;
  return (
    <g className={freed ? styles.gone : `o${object.hue}`}>
      <rect className={styles.object} x={OBJECT_X} y={object.y - 24} width={w + 16} height="48" rx="7" />
      {object.cells.map((cell, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a value is known by its place
        <g key={i}>
          <rect
            className={cell.now ? styles.now : styles.cell}
            x={OBJECT_X + 8 + i * CELL.w}
            y={object.y - 14}
            width={CELL.w}
            height={CELL.h}
          />
          <text className={styles.value} x={OBJECT_X + 8 + i * CELL.w + CELL.w / 2} y={object.y + 5}>
            {cell.text}
          </text>
        </g>
      ))}
    </g>
  );
}
