import { Check, ChevronRight, Play } from 'lucide-react';
import { useMemo } from 'react';
import * as words from '../../_words';
import type { Film, Scene } from '../stage/film/film';
import { codeTokens } from './code-tokens';
import styles from './code-view.module.css';

type LineState = 'done' | 'now' | 'next' | 'later';

/** The program: lines that ran, the one that has just run, the next one; names in the hue of their object. */
export function CodeView({ film, scene }: { film: Film; scene: Scene }) {
  const lines = film.source.replace(/\n+$/, '').split('\n');
  const ran = useMemo(() => stepsByLine(film), [film]);
  const hues = huesOf(film, scene);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and must be reachable by keyboard
    <ol className={styles.code} aria-label={words.player.code} tabIndex={0}>
      {lines.map((text, i) => {
        const line = i + 1;
        const steps = ran.get(line) ?? [];
        const state = stateOf(line, steps, scene, film);
        return (
          <li
            key={line}
            className={styles[state]}
            aria-current={state === 'now' ? 'step' : undefined}
            data-line={line}
          >
            <span className={styles.gutter}>
              <Gutter state={state} />
            </span>
            <span className={styles.number}>{line}</span>
            <code>
              <Line text={text} hues={hues} />
            </code>
            <span className={styles.step}>{stepLabel(state, steps, scene.n)}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** The steps that each line ran in. */
function stepsByLine(film: Film): Map<number, number[]> {
  const ran = new Map<number, number[]>();
  for (const { n, line } of film.scenes) {
    if (line === null) continue;
    const steps = ran.get(line);
    if (steps) steps.push(n);
    else ran.set(line, [n]);
  }
  return ran;
}

function stateOf(line: number, steps: readonly number[], scene: Scene, film: Film): LineState {
  if (line === scene.line) return 'now';
  if (line === scene.next) return 'next';
  if (steps.some((n) => n <= scene.n)) return 'done';
  // Lines before the first step (imports) have run by the start.
  const first = film.scenes[1]?.line ?? 0;
  return steps.length === 0 && line < first ? 'done' : 'later';
}

function stepLabel(state: LineState, steps: readonly number[], n: number): string {
  if (state === 'now') return words.player.step(n);
  if (state === 'next') return words.player.lineNext;
  const first = steps[0];
  if (first === undefined) return '';
  return steps.length === 1 ? words.player.step(first) : `${words.player.step(first)} …`;
}

function Gutter({ state }: { state: LineState }) {
  if (state === 'done') return <Check size={13} strokeWidth={1.75} aria-label={words.player.lineDone} />;
  if (state === 'now') return <Play size={12} className={styles.play} aria-label={words.player.lineNow} />;
  if (state === 'next') return <ChevronRight size={13} strokeWidth={2} aria-label={words.player.lineNext} />;
  return null;
}

function Line({ text, hues }: { text: string; hues: ReadonlyMap<string, number> }) {
  return codeTokens(text).map((token, i) => {
    const hue = token.kind === 'name' ? hues.get(token.text) : undefined;
    const look =
      token.kind === 'keyword'
        ? styles.keyword
        : token.kind === 'comment'
          ? styles.comment
          : hue
            ? `${styles.name} o${hue}`
            : undefined;
    return look ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the tokens of a line keep their order
      <span key={i} className={look}>
        {token.text}
      </span>
    ) : (
      token.text
    );
  });
}

/** Hue of each bound name; the innermost frame wins. */
function huesOf(film: Film, scene: Scene): Map<string, number> {
  const hues = new Map<string, number>();
  const roles = new Map(film.cast.names.map((role) => [role.key, role]));
  for (const state of scene.names) {
    const role = roles.get(state.key);
    if (role && state.status === 'bound' && state.hue > 0 && scene.frames.includes(role.frame))
      hues.set(role.name, state.hue);
  }
  return hues;
}
