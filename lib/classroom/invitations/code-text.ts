/** In groups of four, as people read and type it. */
export const spelled = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** What was typed or came with a link, in the form in which codes are stored; whether there is one is another matter. */
export const storedCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();
