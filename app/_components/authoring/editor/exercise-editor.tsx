'use client';

import Link from 'next/link';
import { useMemo, useState } from 'react';
import type {
  DraftMisconceptions,
  DraftPreview,
  EditedExercise,
  PublishResult,
  SavedExerciseDraft,
} from '@/lib/classroom/authoring';
import { type Row, turnedOver } from '@/lib/exercises/form/given-cells';
import { listAt, textAt } from '@/lib/exercises/form/read-form';
import * as words from '../../../_words';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Notice } from '../../ui/notice';
import { Panel } from '../../ui/panel';
import type { Action } from '../../ui/use-action';
import type { Belief } from '../form/beliefs';
import { ExerciseForm } from '../form/exercise-form';
import { FormContext, placeKey } from '../form/form-context';
import { Offering } from '../offering';
import { Preview } from '../preview/preview';
import { useComputed } from '../use-computed';
import styles from './editor.module.css';
import { problemsByPlace } from './problem-places';
import { usePublish } from './publish';
import { SaveConflictDialog } from './save-conflict';
import { SaveLine } from './save-line';
import { SnippetEditor, YamlEditor } from './texts';
import { useEditing } from './use-editing';
import { useSaving } from './use-saving';

interface EditorProps {
  /** Who writes. */
  owner: string;
  courseId: string;
  exercise: EditedExercise;
  beliefs: readonly Belief[];
  /** Where the list of the exercises is. */
  list: string;
  preview: Action<DraftPreview>;
  misconceptions: Action<DraftMisconceptions | null>;
  save: Action<SavedExerciseDraft>;
  publish: Action<PublishResult>;
  retire: Action<unknown>;
  offer: Action<unknown>;
  discard: Action<unknown>;
}

/** Typing rests for so many milliseconds before the preview is computed, and then before the misconceptions are. */
const previewRest = 400;
const toldRest = 800;

/** An exercise in writing: its program and its form, and beside them what comes of the two. */
export function ExerciseEditor({ owner, courseId, exercise, beliefs, list, ...actions }: EditorProps) {
  const t = words.authoring.editor;
  const { exerciseId } = exercise;
  const editing = useEditing(exercise.draft);
  const { draft, read, view } = editing;
  const [seed, setSeed] = useState(1);
  const place = useMemo(() => ({ owner, exerciseId }), [owner, exerciseId]);
  const saving = useSaving({
    place,
    courseId,
    stored: exercise,
    draft,
    save: actions.save,
    onTake: editing.put,
  });
  const input = { courseId, draft, seed };
  const preview = useComputed(actions.preview, input, previewRest, t.status.failed);
  const isWhole = !preview.busy && preview.value?.question != null;
  const told = useComputed(actions.misconceptions, isWhole ? input : null, toldRest, t.status.failed);
  const problems = preview.value?.problems ?? none;
  const publishing = usePublish({
    known: { courseId, exerciseId },
    draft,
    publish: actions.publish,
    saveNow: saving.saveNow,
    untouched: exercise.published?.revision ?? 0,
    onGo: editing.go,
  });
  const wrongAt = useMemo(
    () => problemsByPlace(preview.of?.draft.yaml ?? '', preview.value?.problems ?? none),
    [preview.of, preview.value],
  );
  const question = preview.value?.question;
  const data = read.status === 'read' ? read.data : empty;
  const form = useMemo(
    () => ({
      data,
      edit: editing.edit,
      problemAt: (at: readonly (string | number)[]) => wrongAt.get(placeKey(at)),
      goals: question && 'goals' in question ? question.goals.map(({ sentence }) => sentence) : [],
    }),
    [data, editing.edit, wrongAt, question],
  );
  const turn = (row: Row, column: string) => {
    const given = turnedOver(listAt(data, ['given']).map(String), row, column);
    editing.edit(given.length === 0 ? { remove: ['given'] } : { set: ['given'], to: given });
  };
  const goTo = (file: 'snippet.py' | 'exercise.yaml') =>
    editing.going?.file === file ? editing.going.at : null;
  return (
    <>
      <header className={styles.head}>
        <div>
          <p>
            <Link href={list}>{words.authoring.backToList}</Link>
          </p>
          <h1>{textAt(data, ['title']) || t.newTitle}</h1>
          <p className={styles.chips}>
            <Chip>
              {exercise.published
                ? words.authoring.revision(exercise.published.revision)
                : words.authoring.draftOnly}
            </Chip>
            {exercise.retired && <Chip>{words.authoring.retiredChip}</Chip>}
          </p>
        </div>
        <div className={styles.acts}>
          <a className={styles.jump} href="#preview">
            {t.preview}
          </a>
          {exercise.published && (
            <a href={`/api/courses/${courseId}/exercises/${exerciseId}/export`} download>
              {t.export}
            </a>
          )}
          <SaveLine status={saving.status} />
          {publishing.button}
        </div>
      </header>
      {saving.restored && <Notice title={t.save.kept} />}
      {publishing.outcome}
      <SaveConflictDialog conflict={saving.conflict} mine={draft} list={list} onSettle={saving.settle} />
      <div className={styles.columns}>
        <div className={styles.writing}>
          <SnippetEditor
            draft={draft}
            problems={problems}
            goTo={goTo('snippet.py')}
            onChange={editing.setSnippet}
          />
          <Panel padded className={styles.fields ?? ''} aria-label={t.file}>
            <fieldset className={styles.views}>
              <legend className="sr">{t.views}</legend>
              {(['form', 'text'] as const).map((one) => (
                <Button
                  key={one}
                  small
                  look={view === one ? 'primary' : 'secondary'}
                  aria-pressed={view === one}
                  onClick={() => editing.show(one)}
                >
                  {t[one]}
                </Button>
              ))}
            </fieldset>
            {editing.refused && <Notice tone="error" title={t.refused} />}
            {view === 'text' ? (
              <YamlEditor
                draft={draft}
                problems={problems}
                goTo={goTo('exercise.yaml')}
                onChange={editing.setYaml}
              />
            ) : read.status === 'read' ? (
              <FormContext value={form}>
                <div ref={editing.form}>
                  <ExerciseForm
                    snippet={draft.snippet}
                    beliefs={beliefs}
                    yaml={draft.yaml}
                    onYaml={editing.setYaml}
                  />
                </div>
              </FormContext>
            ) : (
              <Notice tone="error" title={t.unreadable(read.line)}>
                <p>{read.message}</p>
                <p>{t.unreadableText}</p>
                <div>
                  <Button
                    small
                    onClick={() => {
                      editing.show('text');
                      editing.go({ file: 'exercise.yaml', line: read.line, column: read.column });
                    }}
                  >
                    {t.toText}
                  </Button>
                </div>
              </Notice>
            )}
          </Panel>
        </div>
        <section id="preview" tabIndex={-1} className={styles.beside} aria-label={t.preview}>
          <Preview
            preview={preview}
            told={told}
            onGo={editing.go}
            onTurn={turn}
            onAnother={() => setSeed((before) => (before * 7919 + 1) % 2 ** 31)}
          />
        </section>
      </div>
      <Offering
        courseId={courseId}
        exercise={exercise}
        version={saving.version}
        throwAway={saving.throwAway}
        retire={actions.retire}
        offer={actions.offer}
        discard={actions.discard}
      />
    </>
  );
}

const none: NonNullable<DraftPreview['problems']> = [];
const empty = {};
