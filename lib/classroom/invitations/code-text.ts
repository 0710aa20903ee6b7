/** What was typed or came with a link, in the form in which codes are stored; whether there is one is another matter. */
export const storedCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();
