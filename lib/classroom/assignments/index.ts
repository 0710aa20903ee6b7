import 'server-only';

export { archiveAssignment, changeAssignment, makeAssignment } from './commands/assignments';
export { excuse } from './commands/excuses';
export { extendAssignment, liftExtension } from './commands/extensions';
export { databaseNow } from './queries/gate';
export { type QuestionMarks, selectMarks } from './queries/outcome';
export { listDue, selectAssignment } from './queries/student';
export { listAssignments, selectAssignmentForTeacher, selectChoices } from './queries/teacher';
export {
  type AssignmentForTeacher,
  type AssignmentPage,
  archiveAssignmentSchema,
  type Choices,
  changeAssignmentSchema,
  type DueAssignment,
  excuseSchema,
  extendSchema,
  liftExtensionSchema,
  makeAssignmentSchema,
} from './schema';
export { maySetWork } from './terms';
