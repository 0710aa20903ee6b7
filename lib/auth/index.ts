import 'server-only';

export { authHandler } from './handler';
export { type CourseOfViewer, proveMembership, requireMembership, selectCoursesOf } from './membership';
export { hasRight, type Right, type Role, rights, roles } from './policy';
export type { CourseProof } from './proof';
export { optionalUser, requireUser } from './session';
export type { Viewer } from './viewer';
