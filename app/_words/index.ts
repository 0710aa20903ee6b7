/**
 * Every word of the interface, in one typed catalogue: `import * as words from '…/_words'`. Plain, short, correct;
 * CPython's own terms, one word for one thing. Python stands between backticks. One file an area, so that a page
 * loads the words of its own areas.
 */
export { account } from './account';
export { analysis } from './analysis';
export { assignments } from './assignments';
export { audit, regrade } from './audit';
export { authoring } from './authoring';
export { catalogue } from './catalogue';
export { accountMenu, brand, chrome, count, errors } from './chrome';
export { conceptName, conceptNote } from './concepts';
export { exerciseForm } from './exercise-form';
export { gradebook } from './gradebook';
export { home } from './home';
export { keys } from './keys';
export { kinds } from './kinds';
export { lesson } from './lesson';
export { live } from './live';
export { MODES, type Mode, modes } from './modes';
export { courses, joining, people, roster, settings } from './people';
export { play } from './play';
export { practice, review } from './practice';
export { quiz } from './quiz';
export { quizzes } from './quizzes';
export { player, stage } from './stage';
export { teacher } from './teacher';
export { today } from './today';
export { workbench } from './workbench';
