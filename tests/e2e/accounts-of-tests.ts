/** Specs in which a student answers, and the projects that run them: one account for each pair. */
export const answering = [
  'keyboard',
  'draft',
  'conflict',
  'closed',
  'leak',
  'marks',
  'exercises',
  'kinds-keys',
  'kinds-mouse',
  'offline',
  'assignment',
  'reading',
  'pages',
  'access',
  'home',
  'practice',
  'practice-table',
  'continue',
  'course-quiz',
  'own-exercise',
  'live',
  'weight',
  'lost-server',
] as const;
export const projects = ['light-1440', 'dark-390'] as const;

export const password = 'a password for tests only';

export const emailOf = (project: string, spec: (typeof answering)[number]) =>
  `${spec}.${project}@tests.lastref`;

export const testEmails = projects.flatMap((project) => answering.map((spec) => emailOf(project, spec)));
