/** How a scope mentions a name, as bits (Include/internal/pycore_symtable.h). */
export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 4;
export const DEF_NONLOCAL = 8;
export const USE = 16;
export const DEF_IMPORT = 128;
export const DEF_ANNOT = 256;
/** The target of a comprehension's `for`. */
export const DEF_COMP_ITER = 512;
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT;
