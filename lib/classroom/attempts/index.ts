import 'server-only';

export { submitAttempt } from '../submissions/commands';
export { denyDiagnosis, saveDraft, startOrContinueAttempt } from './commands';
export {
  courseOfOwnAttempt,
  listOpenAttempts,
  listOwnAttempts,
  reviewAttempt,
  selectOpenAttempt,
} from './queries';
export {
  type AttemptReview,
  type AttemptSummary,
  type AttemptView,
  type DiagnosisView,
  denialInputSchema,
  draftInputSchema,
  type OpenAttemptSummary,
  type Question,
  type QuizPreview,
  type ReviewedQuestion,
  type SubmitResult,
  startInputSchema,
  submitInputSchema,
} from './schema';
