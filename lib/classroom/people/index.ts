import 'server-only';

export { leaveCourse, removeSeat, transferCourse } from './commands/leaving';
export { changeRole, movePeople, putBack, removePerson } from './commands/people';
export { listPeople } from './queries';
export {
  type AwaitedPerson,
  changeRoleSchema,
  leaveCourseSchema,
  movePeopleSchema,
  type PeopleFilter,
  type PeoplePage,
  type Person,
  peopleFilterSchema,
  putBackSchema,
  removePersonSchema,
  removeSeatSchema,
  transferCourseSchema,
} from './schema';
