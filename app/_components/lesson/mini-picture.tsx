import * as words from '../../_words';
import type { Film } from '../stage/film/film';
import { type MiniCell, type MiniLink, type MiniName, type MiniObject, miniLayout } from './mini-layout';
import styles from './mini-picture.module.css';

interface PictureProps {
  film: Film;
  n: number;
  /** Whether the count of each object stands below it. */
  withCounts?: boolean;
}

/** A small still of one step: names, arrows, values. What the words beside it say, so hidden from readers. */
export function MiniPicture({ film, n, withCounts = false }: PictureProps) {
  const layout = miniLayout(film, n, withCounts);
  if (layout === null) return null;
  const { width, height, nameWidth, nameHeight, names, frames, objects, links } = layout;
  return (
    <svg className={styles.picture} viewBox={`0 0 ${width} ${height}`} width={width} aria-hidden="true">
      {frames.map((frame) => (
        <text key={`${frame.label} ${frame.y}`} className={styles.frame} x="1" y={frame.y}>
          {frame.label}
        </text>
      ))}
      {objects.map((object) => (
        <Box key={object.state.id} object={object} />
      ))}
      {withCounts &&
        objects.map(({ state, x, y, height: h }) => (
          <text key={state.id} className={styles.frame} x={x + 2} y={y + h + 15}>
            {state.status === 'freed' ? words.stage.freed : words.stage.count(state.count)}
          </text>
        ))}
      {links.map((link) => (
        <Link key={link.key} link={link} />
      ))}
      {names.map((name) => (
        <Name key={name.key} name={name} width={nameWidth} height={nameHeight} objects={objects} />
      ))}
    </svg>
  );
}

interface NameProps {
  name: MiniName;
  width: number;
  height: number;
  objects: readonly MiniObject[];
}

function Name({ name: { name, state, y }, width, height, objects }: NameProps) {
  const bound = state.status === 'bound';
  const target = objects.find((object) => object.state.id === state.target);
  const look = bound ? (state.hue > 0 ? `o${state.hue}` : styles.plain) : styles.gone;
  const middle = target === undefined ? y : target.y + target.height / 2;
  const to = middle + Math.sign(y - middle) * 7;
  const x = target?.x ?? 0;
  return (
    <g className={look}>
      <rect className={styles.name} x="1" y={y - height / 2} width={width} height={height} rx="14" />
      <text className={styles.nameText} x={1 + width / 2} y={y + 5}>
        {name}
      </text>
      {bound && state.target === null && (
        <text className={styles.said} x={width + 8} y={y + 5}>
          {state.text}
        </text>
      )}
      {bound && target && (
        <>
          <path
            className={styles.arrow}
            d={`M${width + 4} ${y}C${width + 26} ${y} ${x - 32} ${to} ${x - 10} ${to}`}
          />
          <path className={styles.head} d={`M${x - 11} ${to - 4}L${x - 3} ${to}L${x - 11} ${to + 4}Z`} />
        </>
      )}
    </g>
  );
}

function Box({ object }: { object: MiniObject }) {
  const { x, y, width, height, hue, state, cells } = object;
  return (
    <g className={state.status === 'freed' ? styles.gone : `o${hue}`}>
      <rect className={styles.object} x={x} y={y} width={width} height={height} rx="7" />
      {cells.map((cell) => (
        <Cell key={`${cell.x} ${cell.y}`} cell={cell} />
      ))}
    </g>
  );
}

function Cell({ cell }: { cell: MiniCell }) {
  const { x, y, width, text, now, hue } = cell;
  return (
    <g>
      <rect className={now ? styles.now : styles.cell} x={x} y={y} width={width} height="28" />
      {hue > 0 ? (
        <circle className={`${styles.dot} o${hue}`} cx={x + width / 2} cy={y + 14} r="5" />
      ) : (
        <text className={styles.value} x={x + width / 2} y={y + 19}>
          {text}
        </text>
      )}
    </g>
  );
}

/** How far arrows up and arrows down are apart, so that those of a cycle do not lie on each other. */
const lane = 5;
/** Pixels between a box and an arrow that goes round it. */
const round = 16;

/** How many references stand on the right of a cell, and how many there are in its object. */
function rankOf(object: MiniObject, cell: MiniCell | null): { rank: number; count: number } {
  const others = object.cells.filter((one) => one.hue > 0);
  return cell === null
    ? { rank: 0, count: 1 }
    : { rank: others.filter((one) => one.x > cell.x).length, count: others.length };
}

/** Straight up or down to the box beside it, else round the boxes on the right. */
function Link({ link: { hue, from, cell, to } }: { link: MiniLink }) {
  const below = to.y > from.y;
  const edge = below ? to.y : to.y + to.height;
  const gap = below ? edge - (from.y + from.height) : from.y - edge;
  const direct = cell !== null && from !== to && gap < 2 * round;
  if (direct) {
    const x = cell.x + cell.width / 2 + (below ? lane : -lane);
    const end = below ? edge - 2 : edge + 2;
    const back = below ? -7 : 7;
    return (
      <g className={`o${hue}`}>
        <path className={styles.arrow} d={`M${x} ${cell.y + 14}L${x} ${end + back}`} />
        <path className={styles.head} d={`M${x - 4} ${end + back}L${x} ${end}L${x + 4} ${end + back}Z`} />
      </g>
    );
  }
  const { rank, count } = rankOf(from, cell);
  const x = cell === null ? from.x + from.width : cell.x + cell.width / 2;
  const y = from.y + from.height / 2;
  // Past the dots on the right of it, and each arrow with a lane and an end of its own.
  const over = y - Math.min(rank * 9, 13);
  const end = {
    x: to.x + to.width,
    y: to.y + to.height / 2 + (from === to ? 14 : 0) + (rank - (count - 1) / 2) * 9,
  };
  const outer = Math.min((below ? rank : count - 1 - rank) * 6, 8);
  const far = Math.max(from.x + from.width, end.x) + round + outer;
  return (
    <g className={`o${hue}`}>
      <path
        className={styles.arrow}
        d={`M${x} ${y}V${over}C${far} ${over} ${far} ${over} ${far} ${(over + end.y) / 2}S${far} ${end.y} ${end.x + 9} ${end.y}`}
      />
      <path
        className={styles.head}
        d={`M${end.x + 9} ${end.y - 4}L${end.x + 2} ${end.y}L${end.x + 9} ${end.y + 4}Z`}
      />
    </g>
  );
}
