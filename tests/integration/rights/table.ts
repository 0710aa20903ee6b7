import type { Door } from './persons';

/** Every server action, with the door that stands before it. One that is not listed fails the test. */
export const actions: Readonly<Record<string, Door>> = {
  'account/signUpAction': 'open',
  'account/changeNameAction': 'signedIn',
  'account/changePasswordAction': 'signedIn',
  'assignments/makeAssignmentAction': 'teachers',
  'assignments/changeAssignmentAction': 'teachers',
  'assignments/archiveAssignmentAction': 'teachers',
  'assignments/extendAction': 'teachers',
  'assignments/liftExtensionAction': 'teachers',
  'attempts/startAction': 'member',
  'attempts/saveDraftAction': 'member',
  'attempts/submitAction': 'member',
  'attempts/denyDiagnosisAction': 'member',
  // Computed of what is sent, and of nothing in the course: assistants may look at an exercise as well.
  'authoring/previewExerciseAction': 'staff',
  'authoring/misconceptionsOfDraftAction': 'staff',
  'authoring/makeTableQuestionAction': 'staff',
  'authoring/saveExerciseDraftAction': 'teachers',
  'authoring/discardExerciseDraftAction': 'teachers',
  'authoring/publishExerciseAction': 'teachers',
  'authoring/copyExerciseAction': 'teachers',
  'authoring/retireExerciseAction': 'teachers',
  'authoring/offerExerciseAction': 'teachers',
  'authoring/previewImportAction': 'teachers',
  'authoring/importExercisesAction': 'teachers',
  'courses/makeCourseAction': 'signedIn',
  'courses/chooseCourseAction': 'member',
  'courses/changeCourseAction': 'teachers',
  'courses/archiveCourseAction': 'owner',
  'courses/makeSectionAction': 'teachers',
  'courses/renameSectionAction': 'teachers',
  'courses/removeSectionAction': 'teachers',
  'joining/joinCourseAction': 'signedIn',
  'joining/takeSeatAction': 'signedIn',
  'joining/makeInvitationAction': 'teachers',
  'joining/revokeInvitationAction': 'teachers',
  'marks/overrideAction': 'teachers',
  'marks/excuseAction': 'teachers',
  'people/changeRoleAction': 'teachers',
  'people/movePeopleAction': 'teachers',
  'people/removePersonAction': 'teachers',
  'people/putBackAction': 'teachers',
  'people/removeSeatAction': 'teachers',
  'people/transferCourseAction': 'owner',
  'people/leaveCourseAction': 'member',
  'practice/submitPracticeAction': 'member',
  'quizzes/saveQuizAction': 'teachers',
  'quizzes/retireQuizAction': 'teachers',
  'reading/saveReadingAction': 'member',
  'regrade/previewRegradeAction': 'teachers',
  'regrade/applyRegradeAction': 'teachers',
  'roster/previewRosterAction': 'teachers',
  'roster/importRosterAction': 'teachers',
  'roster/exportRosterAction': 'teachers',
};

/** Every method of every route of the API. */
export const apiRoutes: Readonly<Record<string, Door>> = {
  'GET courses/[courseId]/exercises/export': 'staff',
  'GET courses/[courseId]/exercises/[exerciseId]/export': 'staff',
  'GET courses/[courseId]/gradebook/[format]': 'teachers',
  'GET courses/[courseId]/live/board': 'staff',
  'GET courses/[courseId]/live/events': 'staff',
};

/** Routes that are not made by `defineRoute` and `defineStream`, and why. */
export const routesOfTheirOwn: Readonly<Record<string, string>> = {
  'auth/[...nextauth]': 'next-auth answers itself; tests/integration/auth',
  health: 'tells whether the database answers, and nothing else',
};
