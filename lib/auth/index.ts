import 'server-only';

export {
  changeName,
  changeNameSchema,
  changePassword,
  changePasswordSchema,
  hasPassword,
  isOfDemo,
} from './account';
export { authHandler } from './handler';
export { type CourseOfViewer, requireMembership, selectCoursesOf } from './membership';
export { oidcId, oidcName } from './oidc';
export { hasRight, may, type Right, type Role } from './policy';
export type { CourseProof } from './proof';
export { optionalUser, requireUser } from './session';
export { signUp, signUpSchema } from './sign-up';
export type { Viewer } from './viewer';
