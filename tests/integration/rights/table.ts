import type { Door } from './persons';

/** Every server action, with the door that stands before it. One that is not listed fails the test. */
export const actions: Readonly<Record<string, Door>> = {
  'assignments/makeAssignmentAction': 'staff',
  'assignments/changeAssignmentAction': 'staff',
  'assignments/archiveAssignmentAction': 'staff',
  'assignments/extendAction': 'staff',
  'assignments/liftExtensionAction': 'staff',
  'attempts/startAction': 'member',
  'attempts/saveDraftAction': 'member',
  'attempts/submitAction': 'member',
  'attempts/denyDiagnosisAction': 'member',
  'practice/submitPracticeAction': 'member',
  'reading/saveReadingAction': 'member',
};

/** Every method of every route of the API. */
export const apiRoutes: Readonly<Record<string, Door>> = {
  'GET courses/[courseId]/live/board': 'staff',
  'GET courses/[courseId]/live/events': 'staff',
};

/** Routes that are not made by `defineRoute` and `defineStream`, and why. */
export const routesOfTheirOwn: Readonly<Record<string, string>> = {
  'auth/[...nextauth]': 'next-auth answers itself; tests/integration/auth',
  health: 'tells whether the database answers, and nothing else',
};
