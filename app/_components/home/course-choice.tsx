'use client';

import { useRouter } from 'next/navigation';
import { today } from '../../_words/today';
import { Notice } from '../ui/notice';
import { SelectField } from '../ui/select-field';
import { type Action, useAction } from '../ui/use-action';
import styles from './course-choice.module.css';

interface CourseChoiceProps {
  courses: readonly { readonly courseId: string; readonly title: string }[];
  current: string;
  choose: Action;
}

/** In which of their courses somebody works: what they read and answer in the catalogue belongs to it. */
export function CourseChoice({ courses, current, choose }: CourseChoiceProps) {
  const router = useRouter();
  const { run, failure } = useAction(choose, today.courseFailed);
  const take = async (courseId: string) => {
    if ((await run({ courseId })) !== null) router.refresh();
  };
  return (
    <div className={styles.choice}>
      <SelectField
        label={today.course}
        options={courses.map(({ courseId, title }) => [courseId, title])}
        value={current}
        onChange={(event) => void take(event.currentTarget.value)}
      />
      {failure && <Notice tone="error" title={failure} />}
    </div>
  );
}
