import { ChevronsLeft, ChevronsRight } from 'lucide-react';
import { memo } from 'react';
import * as words from '../../_words';
import type { Cast, Film } from '../stage/film/film';
import { IconButton } from '../ui/icon-button';
import styles from './follow.module.css';

interface FollowProps {
  film: Film;
  /** The chosen object; null: every object. */
  object: number | null;
  onChoose: (object: number | null) => void;
  /** To the event before or after this step; null where there is none. */
  onEvent: { readonly back: (() => void) | null; readonly forward: (() => void) | null };
}

/** Chooses an object, and goes from one step that does something to it to the next. */
export function Follow({ film, object, onChoose, onEvent }: FollowProps) {
  const t = words.player;
  const role = film.cast.objects.find(({ id }) => id === object);
  const what = role ? `#${role.number}` : t.anyObject;
  return (
    <div className={styles.follow}>
      <IconButton
        label={t.eventBack(what)}
        onClick={onEvent.back ?? undefined}
        aria-disabled={onEvent.back === null}
        aria-keyshortcuts="["
      >
        <ChevronsLeft size={17} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      <select
        aria-label={t.follow}
        value={object ?? ''}
        onChange={(event) => onChoose(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">{t.followAny}</option>
        <ObjectOptions cast={film.cast} />
      </select>
      <IconButton
        label={t.eventForward(what)}
        onClick={onEvent.forward ?? undefined}
        aria-disabled={onEvent.forward === null}
        aria-keyshortcuts="]"
      >
        <ChevronsRight size={17} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

const ObjectOptions = memo(function ObjectOptions({ cast }: { cast: Cast }) {
  return cast.objects.map(({ id, number, kind }) => (
    <option key={id} value={id}>
      {words.player.followOne(number, kind)}
    </option>
  ));
});
