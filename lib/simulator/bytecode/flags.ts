/** What MAKE_FUNCTION finds on the stack below the code. */
export const HAS_DEFAULTS = 1;
export const HAS_KEYWORD_DEFAULTS = 2;
export const HAS_ANNOTATIONS = 4;
