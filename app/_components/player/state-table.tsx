import { memo, useMemo } from 'react';
import * as words from '../../_words';
import type { Body, Film, ObjectRole, ObjectState, Scene } from '../stage/film/film';
import { Count } from '../ui/count';
import styles from './state-table.module.css';

/** One line that says what a body shows. */
export function bodyText(body: Body): string {
  if (body.type === 'text') return body.text;
  if (body.type === 'slots') return body.slots.map((slot) => `${slot.label}: ${slot.text}`).join(', ');
  const rows: string[] = [];
  for (let at = 0; at < body.cells.length; at += body.columns) {
    rows.push(
      `[${body.cells
        .slice(at, at + body.columns)
        .map((cell) => cell.text)
        .join(', ')}]`,
    );
  }
  return rows.length === 1 ? (rows[0] ?? '') : `[${rows.join(', ')}]`;
}

/** One object. Drawn again only when the step changed it. */
const Row = memo(function Row({ role, state }: { role: ObjectRole; state: ObjectState }) {
  return (
    <tr>
      <th scope="row">
        #{role.number} {role.kind}
      </th>
      <td>
        <code>{bodyText(state.body)}</code>
      </td>
      <td>
        <Count count={state.count} before={state.before} />
      </td>
      <td>
        {state.holders.length === 0
          ? words.stage.heldByNothing
          : state.holders.map((holder) => holder.label).join(', ')}
      </td>
      <td>{state.freed ? words.stage.freedAt(state.freed.step) : words.player.live}</td>
    </tr>
  );
});

/** The stage as a table: the same facts for who reads rather than looks. */
export function StateTable({ film, scene, hidden }: { film: Film; scene: Scene; hidden?: boolean }) {
  const t = words.player;
  const roles = useMemo(() => new Map(film.cast.objects.map((role) => [role.id, role])), [film]);
  return (
    <div className={hidden ? styles.heard : styles.wrap}>
      <table className={styles.table}>
        <caption className="sr">{t.tableCaption(scene.n)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.tableObject}</th>
            <th scope="col">{t.tableValue}</th>
            <th scope="col">{t.tableCount}</th>
            <th scope="col">{t.tableHolders}</th>
            <th scope="col">{t.tableState}</th>
          </tr>
        </thead>
        <tbody>
          {scene.objects.map((state) => {
            const role = roles.get(state.id);
            return role ? <Row key={state.id} role={role} state={state} /> : null;
          })}
        </tbody>
      </table>
      {scene.objects.length === 0 && <p>{words.stage.emptyStage}</p>}
    </div>
  );
}
