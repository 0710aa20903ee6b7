import { optionalCourse } from '../_data/quiz';
import { Introduction } from './introduction';
import { StudentHome } from './student-home';

/** The way in; for who is signed in, where they are. */
export default async function HomePage() {
  const proof = await optionalCourse();
  return proof ? <StudentHome proof={proof} /> : <Introduction />;
}
