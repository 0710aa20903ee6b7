import 'server-only';

export { archiveAssignment, changeAssignment, makeAssignment } from './commands/assignments';
export { extendAssignment, liftExtension } from './commands/extensions';
export { databaseNow } from './queries/gate';
export { listDue, selectAssignment } from './queries/student';
export { listAssignments, selectAssignmentForTeacher, selectChoices } from './queries/teacher';
