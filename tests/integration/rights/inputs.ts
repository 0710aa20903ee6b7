/** For every action on a course, and every route that not all staff may use: an input that its schema takes, so that what stands behind the door can be tried. */
import { randomUUID } from 'node:crypto';

const terms = {
  title: 'Rights',
  opens: '2026-01-01T00:00',
  due: null,
  closes: null,
  attempts: null,
  counting: 'best',
  latePercent: 0,
  lateGraceMinutes: 0,
  lateFloorPercent: 0,
  feedback: 'atOnce',
  solutions: 'atOnce',
  variants: 'own',
  sectionIds: [],
  items: [{ type: 'exercise', exerciseId: randomUUID(), points: 1 }],
};
const some = { userId: randomUUID(), assignmentId: randomUUID(), sectionId: randomUUID() };
const reason = 'because';
const draft = { yaml: 'kind: choice', snippet: 'a = 1' };
const digest = '0'.repeat(64);
const ofExercise = { exerciseId: randomUUID(), revisionId: randomUUID() };

/** What is named is of no course: who passes the door is told so, or that nothing changed. */
export const inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'assignments/makeAssignmentAction': terms,
  'assignments/changeAssignmentAction': { ...terms, assignmentId: some.assignmentId, version: 1 },
  'assignments/archiveAssignmentAction': { assignmentId: some.assignmentId, archived: true },
  'assignments/extendAction': {
    assignmentId: some.assignmentId,
    userId: some.userId,
    sectionId: null,
    due: null,
    closes: null,
    moreAttempts: 1,
    reason,
  },
  'assignments/liftExtensionAction': { extensionId: randomUUID(), reason },
  'authoring/previewExerciseAction': { draft, seed: 1 },
  'authoring/misconceptionsOfDraftAction': { draft, seed: 1 },
  'authoring/makeTableQuestionAction': { exerciseId: randomUUID(), snippet: draft.snippet },
  'authoring/saveExerciseDraftAction': { exerciseId: randomUUID(), draft, seen: 1 },
  'authoring/discardExerciseDraftAction': { exerciseId: randomUUID(), seen: 1 },
  'authoring/publishExerciseAction': { exerciseId: randomUUID(), seen: 1 },
  'authoring/copyExerciseAction': { exerciseId: randomUUID() },
  'authoring/retireExerciseAction': { exerciseId: randomUUID(), retired: true },
  'authoring/offerExerciseAction': { exerciseId: randomUUID(), offered: true },
  'authoring/previewImportAction': { zip: '' },
  'authoring/importExercisesAction': { zip: '', digest },
  'courses/changeCourseAction': { title: 'Rights', timeZone: 'UTC' },
  'courses/archiveCourseAction': { archived: false },
  'courses/makeSectionAction': { title: 'A section' },
  'courses/renameSectionAction': { sectionId: some.sectionId, title: 'A section' },
  'courses/removeSectionAction': { sectionId: some.sectionId },
  'joining/makeInvitationAction': { sectionId: null, days: 1, usesAllowed: 1 },
  'joining/revokeInvitationAction': { invitationId: randomUUID() },
  'marks/overrideAction': { answerId: randomUUID(), points: 1, reason, seen: 0 },
  'marks/excuseAction': {
    assignmentId: some.assignmentId,
    userId: some.userId,
    exerciseId: null,
    excused: true,
    reason,
    seen: 0,
  },
  'people/changeRoleAction': { userId: some.userId, role: 'student' },
  'people/movePeopleAction': { userIds: [some.userId], seatIds: [], sectionId: null },
  'people/removePersonAction': { userId: some.userId },
  'people/putBackAction': { userId: some.userId },
  'people/removeSeatAction': { seatId: randomUUID() },
  'people/transferCourseAction': { userId: some.userId },
  'quizzes/saveQuizAction': {
    quizId: randomUUID(),
    title: 'Rights',
    items: [{ exerciseId: randomUUID(), points: 1 }],
    seen: 0,
  },
  'quizzes/retireQuizAction': { quizId: randomUUID(), retired: true },
  'regrade/previewRegradeAction': ofExercise,
  'regrade/applyRegradeAction': { ...ofExercise, regradeId: randomUUID(), digest, reason },
  'roster/previewRosterAction': { text: 'name,email\nAda,ada@example.org\n' },
  'roster/importRosterAction': { text: 'name,email\nAda,ada@example.org\n', digest, leaveOut: false },
  'roster/exportRosterAction': {},
  'GET courses/[courseId]/gradebook/[format]': { format: 'canvas' },
};
