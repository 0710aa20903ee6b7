import type { ActionResult } from '@/lib/web';

/** The error of a field, as its component takes it. */
export function errorOf(errors: Readonly<Record<string, string>>, field: string): { error?: string } {
  const error = errors[field];
  return error === undefined ? {} : { error };
}

/** What is wrong with which field of a form that was sent; null where the failure is another. */
export function fieldErrors(result: ActionResult<unknown> | null): Readonly<Record<string, string>> | null {
  if (result === null || result.ok || result.error.details === undefined) return null;
  return 'fields' in result.error.details ? (result.error.details.fields as Record<string, string>) : null;
}

/** A number as it was typed; what is none stays what it was, and is refused with the words of its field. */
export const typedNumber = (text: string): number | string =>
  text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
