/** CPython's word (Python/future.c) for an import from the future that is not among the first statements. */
export const LATE_FUTURE = 'from __future__ imports must occur at the beginning of the file';
