import type { Metadata } from 'next';
import { optionalUser } from '@/lib/auth';
import { isPracticeConcept, practiceConcepts } from '@/lib/exercises/practice/concepts';
import { Chooser } from '../../_components/practice/chooser';
import { SignInFirst } from '../../_components/practice/sign-in-first';
import { optionalCourse } from '../../_data/current-course';
import * as words from '../../_words';
import styles from './practice.module.css';

export const metadata: Metadata = { title: words.practice.title };

/** Choosing what to practise. */
export default async function PracticePage({
  searchParams,
}: {
  searchParams: Promise<{ concept?: string | string[] }>;
}) {
  const [proof, viewer, { concept = [] }] = await Promise.all([
    optionalCourse(),
    optionalUser(),
    searchParams,
  ]);
  if (!proof) return <SignInFirst signedIn={viewer !== null} address="/practice" />;
  const chosen = [concept].flat().filter(isPracticeConcept).slice(0, 3);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{words.practice.title}</h1>
        <p>{words.practice.lead}</p>
      </div>
      <Chooser concepts={practiceConcepts} chosen={chosen} />
    </div>
  );
}
