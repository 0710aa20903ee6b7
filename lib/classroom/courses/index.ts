import 'server-only';

export { archiveCourse, changeCourse, makeCourse } from './commands/courses';
export { makeSection, removeSection, renameSection } from './commands/sections';
export { courseSettings, listOwnCourses, mayMakeCourses } from './queries';
export {
  archiveCourseSchema,
  type CourseSettings,
  changeCourseSchema,
  makeCourseSchema,
  makeSectionSchema,
  type OwnCourse,
  removeSectionSchema,
  renameSectionSchema,
  type SectionOfCourse,
} from './schema';
