import type { CourseProof } from '@/lib/auth';
import { listOpenAttempts } from '@/lib/classroom/attempts';
import { ideasToLetGo, progressByConcept } from '@/lib/classroom/predictions';
import { listLessonProgress } from '@/lib/classroom/reading';
import { chooseCourseAction } from '../_actions/courses';
import { ConceptDots } from '../_components/home/concept-dots';
import { ContinueLesson } from '../_components/home/continue-lesson';
import { CourseChoice } from '../_components/home/course-choice';
import { DueList } from '../_components/home/due-list';
import { Ideas } from '../_components/home/ideas';
import { OpenAttempts } from '../_components/home/open-attempts';
import { HeroPicture } from '../_components/lesson/hero-picture';
import { DueConcepts } from '../_components/practice/due-concepts';
import { ButtonLink } from '../_components/ui/button';
import { Panel } from '../_components/ui/panel';
import { ownCourses } from '../_data/current-course';
import { dueItems } from '../_data/due';
import { lessonFilm } from '../_data/lessons';
import { ownPredictions, ownReview } from '../_data/review';
import * as words from '../_words';
import styles from './student-home.module.css';

/** Where a person is: what is due, where they stopped, how well they predict, what comes back today. */
export async function StudentHome({ proof }: { proof: CourseProof<'student'> }) {
  const [courses, due, lessons, open, predictions, review] = await Promise.all([
    ownCourses(),
    dueItems(),
    listLessonProgress(proof),
    listOpenAttempts(proof),
    ownPredictions(),
    ownReview(),
  ]);
  const t = words.today;
  const answers = predictions ?? [];
  const toReview = review ?? [];
  const lesson = lessons.find(({ last }) => last !== null);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{t.title}</h1>
        <p>{t.summary(due.length, toReview.length)}</p>
        {courses.length > 1 && (
          <CourseChoice courses={courses} current={proof.courseId} choose={chooseCourseAction} />
        )}
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          <ContinueLesson
            lesson={lesson}
            picture={
              lesson?.last ? (
                <HeroPicture film={await lessonFilm(lesson.slug)} step={Math.max(1, lesson.last.step ?? 0)} />
              ) : null
            }
          />
          <DueList due={due} />
          <OpenAttempts attempts={open} />
          <ConceptDots progress={progressByConcept(answers)} />
        </div>
        <div className={styles.column}>
          <Panel padded aria-labelledby="review">
            <div className={styles.title}>
              <h2 id="review">{words.review.title}</h2>
              {toReview.length > 0 && <span>{words.review.count(toReview.length)}</span>}
            </div>
            {toReview.length > 0 ? (
              <DueConcepts due={toReview} />
            ) : (
              <>
                <p className={styles.none}>{`${words.review.none}. ${words.review.noneText}`}</p>
                <ButtonLink wide href="/practice">
                  {words.review.practise}
                </ButtonLink>
              </>
            )}
          </Panel>
          <Ideas ideas={ideasToLetGo(answers)} />
        </div>
      </div>
    </div>
  );
}
