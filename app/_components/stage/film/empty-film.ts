import type { Film } from './film';

/** The film of no program: an empty stage, so that what stands around it has its place from the start. */
export const emptyFilm: Film = {
  source: '',
  cast: { frames: [], names: [], objects: [], buffers: [], links: [], lanes: [] },
  scenes: [
    {
      n: 0,
      line: null,
      next: null,
      code: '',
      act: '',
      say: '',
      more: '',
      marks: ['start'],
      output: '',
      names: [],
      objects: [],
      links: [],
      buffers: [],
      lanes: [],
      frames: [0],
    },
  ],
  ending: { type: 'finished', message: '', traceback: [], span: null },
};
