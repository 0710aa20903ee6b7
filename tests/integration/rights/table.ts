import type { Door } from './persons';

/** Every server action, with the door that stands before it. One that is not listed fails the test. */
export const actions: Readonly<Record<string, Door>> = {
  'account/signUpAction': 'open',
  'assignments/makeAssignmentAction': 'staff',
  'assignments/changeAssignmentAction': 'staff',
  'assignments/archiveAssignmentAction': 'staff',
  'assignments/extendAction': 'staff',
  'assignments/liftExtensionAction': 'staff',
  'attempts/startAction': 'member',
  'attempts/saveDraftAction': 'member',
  'attempts/submitAction': 'member',
  'attempts/denyDiagnosisAction': 'member',
  'authoring/previewExerciseAction': 'staff',
  'authoring/misconceptionsOfDraftAction': 'staff',
  'authoring/makeTableQuestionAction': 'staff',
  'authoring/saveExerciseDraftAction': 'staff',
  'authoring/discardExerciseDraftAction': 'staff',
  'authoring/publishExerciseAction': 'staff',
  'authoring/copyExerciseAction': 'staff',
  'authoring/retireExerciseAction': 'staff',
  'authoring/offerExerciseAction': 'staff',
  'courses/makeCourseAction': 'signedIn',
  'courses/changeCourseAction': 'staff',
  'courses/archiveCourseAction': 'owner',
  'courses/makeSectionAction': 'staff',
  'courses/renameSectionAction': 'staff',
  'courses/removeSectionAction': 'staff',
  'joining/joinCourseAction': 'signedIn',
  'joining/takeSeatAction': 'signedIn',
  'joining/makeInvitationAction': 'staff',
  'joining/revokeInvitationAction': 'staff',
  'marks/overrideAction': 'staff',
  'marks/excuseAction': 'staff',
  'people/changeRoleAction': 'staff',
  'people/movePeopleAction': 'staff',
  'people/removePersonAction': 'staff',
  'people/putBackAction': 'staff',
  'people/removeSeatAction': 'staff',
  'people/transferCourseAction': 'owner',
  'people/leaveCourseAction': 'member',
  'practice/submitPracticeAction': 'member',
  'quizzes/saveQuizAction': 'staff',
  'quizzes/retireQuizAction': 'staff',
  'reading/saveReadingAction': 'member',
  'regrade/previewRegradeAction': 'staff',
  'regrade/applyRegradeAction': 'staff',
  'roster/previewRosterAction': 'staff',
  'roster/importRosterAction': 'staff',
  'roster/exportRosterAction': 'staff',
};

/** Every method of every route of the API. */
export const apiRoutes: Readonly<Record<string, Door>> = {
  'GET courses/[courseId]/gradebook/[format]': 'staff',
  'GET courses/[courseId]/live/board': 'staff',
  'GET courses/[courseId]/live/events': 'staff',
};

/** Routes that are not made by `defineRoute` and `defineStream`, and why. */
export const routesOfTheirOwn: Readonly<Record<string, string>> = {
  'auth/[...nextauth]': 'next-auth answers itself; tests/integration/auth',
  health: 'tells whether the database answers, and nothing else',
};
