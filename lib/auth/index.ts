import 'server-only';

export { authHandler } from './handler';
export { type CourseOfViewer, requireMembership, selectCoursesOf } from './membership';
export { hasRight, type Right, type Role } from './policy';
export type { CourseProof } from './proof';
export { optionalUser } from './session';
export type { Viewer } from './viewer';
