/** The reasons of the rule in words: for the pages, and for what is refused at the data. Pure. */
import type { Reason } from './rules';

/** '24 Oct 2026, 23:59 CEST': an instant by the clocks of the course, with the name of its zone. */
export function instantText(at: Date, timeZone: string): string {
  const options: Intl.DateTimeFormatOptions = {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  };
  return new Intl.DateTimeFormat('en-GB', options).format(at);
}

/** Why something is not allowed, as a full sentence. */
export function reasonText(reason: Reason, timeZone: string): string {
  switch (reason.code) {
    case 'not-a-member':
      return 'You are not in this course.';
    case 'other-section':
      return 'This assignment is for another section.';
    case 'course-archived':
      return 'The course is archived: it takes no more work.';
    case 'assignment-archived':
      return 'The assignment is archived: it takes no more work.';
    case 'not-open':
      return `The assignment opens on ${instantText(reason.opensAt, timeZone)}.`;
    case 'closed':
      return `The assignment closed on ${instantText(reason.closedAt, timeZone)}.`;
    case 'attempts-used-up':
      return reason.of === 1
        ? 'The one attempt that there is has been used.'
        : `All ${reason.of} attempts have been used.`;
    case 'attempt-open':
      return 'An attempt is open: submit it before you begin another one.';
    case 'no-open-attempt':
      return 'No attempt is open.';
    case 'not-submitted':
      return 'Nothing is submitted yet.';
    case 'after-due':
      return `This shows after ${instantText(reason.at, timeZone)}.`;
    case 'never':
      return 'The teacher does not show this here.';
  }
}
