/** Where an exercise of a course stands as a folder: `unit/exercise`. Pure. */
import type { ExerciseContent } from '@/lib/exercises/content/exercise-template';

const longestName = 60;
/** Names that the folder of the content has for other things. */
const takenUnits: ReadonlySet<string> = new Set(['lessons']);
const takenExercises: ReadonlySet<string> = new Set(['quiz']);

/** A text as a folder is called: small letters, digits and hyphens; `exercise` where none are left. */
export function folderName(text: string): string {
  const name = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, longestName)
    .replace(/-+$/, '');
  return name === '' ? 'exercise' : name;
}

/** The unit is the first concept, the folder the title. */
export function folderOf({ exercise }: ExerciseContent): string {
  const unit = folderName(exercise.concepts[0] ?? '');
  const name = folderName(exercise.title);
  return `${takenUnits.has(unit) ? `${unit}-1` : unit}/${takenExercises.has(name) ? `${name}-1` : name}`;
}

/** The first of `folder`, `folder-2`, `folder-3` … that is free. */
export function freeFolder(folder: string, isTaken: (folder: string) => boolean): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? folder : `${folder}-${n}`;
    if (!isTaken(name)) return name;
  }
}

/** What an exercise of a course is called among all exercises: folders of two courses never meet. */
export const slugIn = (courseId: string, folder: string): string => `${courseId}/${folder}`;

/** The folder of such a slug. */
export const folderOfSlug = (slug: string): string => slug.slice(slug.indexOf('/') + 1);
