import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { mayWriteExercises, selectOwnExercise } from '@/lib/classroom/authoring';
import {
  discardExerciseDraftAction,
  misconceptionsOfDraftAction,
  offerExerciseAction,
  previewExerciseAction,
  publishExerciseAction,
  retireExerciseAction,
  saveExerciseDraftAction,
} from '../../../../../_actions/authoring';
import styles from '../../../../../_components/authoring/authoring.module.css';
import { ExerciseEditor } from '../../../../../_components/authoring/editor/exercise-editor';
import { beliefs } from '../../../../../_data/beliefs';
import { orNotFound } from '../../../../../_data/quiz';
import { requireTeacher } from '../../../../../_data/teaching';
import * as words from '../../../../../_words';

export const metadata: Metadata = { title: words.authoring.editor.pageTitle };

interface ExerciseParams {
  params: Promise<{ courseId: string; exerciseId: string }>;
}

/** One exercise of a course in writing, with its preview. */
export default async function OwnExercisePage({ params }: ExerciseParams) {
  const { courseId, exerciseId } = await params;
  const list = `/teach/${courseId}/exercises`;
  const proof = await requireTeacher(courseId, `${list}/${exerciseId}`);
  if (!mayWriteExercises(proof.role)) notFound();
  const exercise = await orNotFound(selectOwnExercise(proof, exerciseId));
  return (
    <div className={styles.page}>
      <ExerciseEditor
        owner={proof.viewer.id}
        courseId={courseId}
        exercise={exercise}
        beliefs={beliefs}
        list={list}
        preview={previewExerciseAction}
        misconceptions={misconceptionsOfDraftAction}
        save={saveExerciseDraftAction}
        publish={publishExerciseAction}
        retire={retireExerciseAction}
        offer={offerExerciseAction}
        discard={discardExerciseDraftAction}
      />
    </div>
  );
}
