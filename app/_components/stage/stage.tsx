'use client';

import { memo, useId, useMemo } from 'react';
import * as words from '../../_words';
import { plain } from '../ui/prose';
import { ArrowHeads, Arrows } from './draw/arrows';
import { Cards } from './draw/cards';
import { Lanes, OwnerPointer } from './draw/lanes';
import { MemoryStrip } from './draw/memory-strips';
import { Names } from './draw/names';
import { StepCode } from './draw/why';
import type { Cast, Film, Scene } from './film/film';
import { blocksOf } from './layout/blocks';
import type { Places } from './layout/geometry';
import { metricsFor } from './layout/metrics';
import { place } from './layout/place';
import styles from './stage.module.css';

interface StageProps {
  film: Film;
  n: number;
  form: 'wide' | 'narrow';
}

/** The memory stage: names, objects and buffers after step `n`. Nothing on it moves from step to step. */
export function Stage({ film, n, form }: StageProps) {
  const { cast } = film;
  const id = useId();
  const places = useMemo(() => place(cast, form), [cast, form]);
  const metrics = useMemo(() => metricsFor(cast, form), [cast, form]);
  const index = useMemo(() => indexOf(cast), [cast]);
  const blocks = useMemo(() => blocksOf(cast, places), [cast, places]);
  const nameless = useMemo(() => namelessHeights(cast, places), [cast, places]);
  const scene = film.scenes[Math.min(n, film.scenes.length - 1)];
  if (!scene) return null;
  const { hueOf, numberOf } = index;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with a caption of its own; a fieldset would announce a form
    <div
      className={styles.stage}
      style={{ width: places.width, height: places.height }}
      role="group"
      aria-label={words.stage.label(scene.n, plain(scene.say))}
      data-stage={form}
      data-step={scene.n}
    >
      <svg
        width={places.width}
        height={places.height}
        viewBox={`0 0 ${places.width} ${places.height}`}
        aria-hidden="true"
      >
        <ArrowHeads id={id} />
        <Lanes scene={scene} places={places} id={id} hueOf={hueOf} numberOf={numberOf} />
        {scene.buffers.map((b) => {
          const role = index.buffers.get(b.id);
          return b.live && role ? (
            <OwnerPointer
              key={b.id}
              places={places}
              owner={role.owner}
              buffer={b.id}
              halo={metrics.roomy && b.written.length > 0}
            />
          ) : null;
        })}
        <Arrows scene={scene} places={places} id={id} hueOf={hueOf} />
      </svg>
      <Headings cast={cast} places={places} />
      <Names
        scene={scene}
        roles={index.names}
        frames={cast.frames}
        places={places}
        withNotes={form === 'wide' && !metrics.crowded}
      />
      <StepCode value={scene.code}>
        <Cards scene={scene} blocks={blocks} places={places} metrics={metrics} nameless={nameless} />
      </StepCode>
      <Strips scene={scene} cast={cast} places={places} hueOf={hueOf} />
    </div>
  );
}

/** Looks up what never changes in a run; made once, so that a step finds the same functions as the step before. */
function indexOf(cast: Cast) {
  const objects = new Map(cast.objects.map((role) => [role.id, role]));
  return {
    hueOf: (object: number) => objects.get(object)?.hue ?? 0,
    numberOf: (object: number) => objects.get(object)?.number ?? 0,
    buffers: new Map(cast.buffers.map((role) => [role.id, role])),
    names: new Map(cast.names.map((role) => [role.key, role])),
  };
}

const Headings = memo(function Headings({ cast, places }: { cast: Cast; places: Places }) {
  if (places.form !== 'wide') return null;
  const only = cast.buffers.length === 1 ? cast.buffers[0] : undefined;
  const owner = cast.objects.find((role) => role.id === only?.owner);
  return (
    <>
      <div className={styles.heading} style={{ left: places.columns.names }}>
        {words.stage.names}
      </div>
      <div className={styles.heading} style={{ left: places.columns.objects }}>
        {words.stage.objects}
      </div>
      {places.columns.buffers !== null && (
        <div className={styles.heading} style={{ left: places.columns.buffers }}>
          {only ? words.stage.buffer : words.stage.buffers}
          {only && owner && !places.roomy && (
            <span>{`${words.stage.bufferSize(only.cells, only.cellBytes)}, ${words.stage.ownedBy(owner.number)}`}</span>
          )}
        </div>
      )}
    </>
  );
});

/** Where to say that no name ever refers to an object, though others hold it: beside it, where no name stands. */
function namelessHeights(cast: Cast, places: Places): Map<number, number> {
  const taken = [...places.names.values()];
  const named = new Set(cast.names.flatMap((role) => role.targets));
  const heights = new Map<number, number>();
  if (places.form !== 'wide') return heights;
  for (const [id, box] of places.objects) {
    const y = box.y + box.h / 2 - 9;
    if (!named.has(id) && !taken.some((t) => t.y < y + 22 && y < t.y + t.h + 4)) heights.set(id, y);
  }
  return heights;
}

function Strips({
  scene,
  cast,
  places,
  hueOf,
}: {
  scene: Scene;
  cast: Cast;
  places: Places;
  hueOf: (object: number) => number;
}) {
  const lone = cast.buffers.length === 1 && !places.roomy && places.form === 'wide';
  return scene.buffers.map((state) => {
    const role = cast.buffers.find((b) => b.id === state.id);
    const strip = places.strips.get(state.id);
    const owner = cast.objects.find((o) => o.id === role?.owner);
    if (!role || !strip || !owner) return null;
    if (scene.n >= (places.objectUntil.get(owner.id) ?? Number.POSITIVE_INFINITY)) return null;
    const focus = scene.lanes.find((lane) => lane.focus && lane.buffer === state.id) ?? null;
    return (
      <MemoryStrip
        key={state.id}
        role={role}
        owner={owner}
        state={state}
        strip={strip}
        roomy={places.roomy}
        narrow={places.form === 'narrow'}
        note={!lone}
        focus={focus}
        focusHue={focus ? hueOf(focus.object) : 0}
      />
    );
  });
}
