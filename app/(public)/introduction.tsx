import Link from 'next/link';
import { optionalUser } from '@/lib/auth';
import { listLessons } from '@/lib/classroom/lessons';
import { HeroPicture } from '../_components/lesson/hero-picture';
import { ButtonLink } from '../_components/ui/button';
import { EmptyState } from '../_components/ui/empty-state';
import { Panel } from '../_components/ui/panel';
import { Prose } from '../_components/ui/prose';
import { lessonFilm } from '../_data/lessons';
import * as words from '../_words';
import styles from './home.module.css';

/** What this is, the lesson, the way in: for who is not signed in, or is in no course. */
export async function Introduction() {
  const [viewer, lessons] = await Promise.all([optionalUser(), listLessons()]);
  const first = lessons[0];
  const t = words.home;
  if (!first) return <EmptyState title={t.noLessons} text={t.noLessonsText.replaceAll('`', '')} />;
  return (
    <div className={styles.home}>
      <Panel className={styles.hero}>
        <div className={styles.text}>
          <h1>{t.title}</h1>
          <p className={styles.lead}>
            <Prose text={t.lead} />
          </p>
          <div className={styles.actions}>
            <ButtonLink look="primary" href={`/lessons/${first.slug}/watch`}>
              {t.start}
            </ButtonLink>
            {!viewer && <ButtonLink href="/sign-in">{t.signIn}</ButtonLink>}
          </div>
        </div>
        <HeroPicture film={await lessonFilm(first.slug)} />
      </Panel>
      <ol className={styles.how}>
        {t.how.map(([title, text]) => (
          <li key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <section className={styles.lessons} aria-labelledby="lessons">
        <h2 id="lessons">{t.lessons}</h2>
        <ul>
          {lessons.map((lesson) => (
            <li key={lesson.slug}>
              <Link href={`/lessons/${lesson.slug}/concept-flow`}>{lesson.title}</Link>
              <p>{lesson.summary}</p>
              <span>{words.lesson.minutes(lesson.minutes)}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
