/** Names of the concepts of exercises, each with a few words. */
const concepts: Readonly<Record<string, readonly [name: string, note: string]>> = {
  aliasing: ['Aliasing', 'two names, one object'],
  'augmented-assignment': ['Augmented assignment', '`+=` on lists and arrays'],
  bases: ['Bases', 'what a view keeps alive'],
  closures: ['Closures', 'functions that hold names'],
  collector: ['The collector', 'what only it frees'],
  containers: ['Containers', 'lists that hold objects'],
  copies: ['Copies', '`.copy()` and friends'],
  cycles: ['Cycles', 'objects that hold each other'],
  defaults: ['Defaults', 'made once, with the function'],
  del: ['Deletion', 'what `del` removes'],
  exceptions: ['Exceptions', 'what a traceback holds'],
  'fancy-indexing': ['Fancy indexing', 'lists of places, masks'],
  finalizers: ['Finalizers', 'what runs when an object ends'],
  frames: ['Frames', 'names of a call'],
  functions: ['Functions', 'arguments are names'],
  'in-place': ['Changes in place', 'the object stays the same'],
  leaks: ['Leaks', 'what is held too long'],
  locals: ['Local names', 'gone when the call ends'],
  loops: ['Loops', 'the name of the loop'],
  names: ['Names', 'what a name refers to'],
  parameters: ['Parameters', 'names for what was given'],
  rebinding: ['Rebinding', 'a name moves on'],
  'reference-counts': ['Reference counts', 'who holds an object'],
  repetition: ['Repetition', '`[x] * n`'],
  reshape: ['Reshape', 'another shape, the same buffer'],
  strides: ['Strides', 'bytes from element to element'],
  transpose: ['Transpose', 'axes in another order'],
  views: ['Views', 'slices of arrays'],
  'weak-references': ['Weak references', 'references that do not count'],
};

/** 'Reference counts'; the words of the content itself for a concept that has no name here. */
export function conceptName(concept: string): string {
  const words = concept.replaceAll('-', ' ');
  return concepts[concept]?.[0] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** A few words about a concept; empty where there are none. */
export const conceptNote = (concept: string): string => concepts[concept]?.[1] ?? '';
