import 'server-only';

export { authHandler } from './handler';
export { type CourseOfViewer, requireMembership, selectCoursesOf } from './membership';
export { type Deed, hasRight, managedRoles, may, mayManage, type Right, type Role } from './policy';
export type { CourseProof } from './proof';
export { optionalUser, requireUser } from './session';
export type { Viewer } from './viewer';
