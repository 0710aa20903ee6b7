import { redirect } from 'next/navigation';
import { optionalUser } from '@/lib/auth';
import { optionalCourse } from '../_data/current-course';
import { Introduction } from './introduction';
import { StudentHome } from './student-home';

/** The way in; for who is signed in, where they are. */
export default async function HomePage() {
  const proof = await optionalCourse();
  if (proof) return <StudentHome proof={proof} />;
  // Who has an account and no course begins with one.
  if (await optionalUser()) redirect('/courses');
  return <Introduction />;
}
