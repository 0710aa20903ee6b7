import 'server-only';
import { cache } from 'react';
import { type Standings, selectExercise, selectStandings, selectUnit } from '@/lib/classroom/catalogue';
import { optionalCourse } from './current-course';
import { orNotFound } from './quiz';

/** The unit of the address; an unknown one is a page that is not there. */
export const requireUnit = cache((slug: string) => orNotFound(selectUnit(slug)));

/** The exercise of the address, with its unit; an unknown one is a page that is not there. */
export const requireExercise = cache((slug: string) => orNotFound(selectExercise(slug)));

/** How far the person who is signed in is; null for who is not, or is in no course. */
export async function ownStandings(): Promise<Standings | null> {
  const proof = await optionalCourse();
  return proof && selectStandings(proof);
}
