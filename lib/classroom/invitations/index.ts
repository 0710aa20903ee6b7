import 'server-only';

export { makeInvitation, revokeInvitation } from './commands/invitations';
export { joinCourse, takeSeat } from './commands/joining';
export { listInvitations, listOwnSeats, lookUpCode } from './queries';
export {
  type InvitationView,
  type InvitedTo,
  joinSchema,
  makeInvitationSchema,
  type OwnSeat,
  revokeInvitationSchema,
  takeSeatSchema,
} from './schema';
