'use server';

import { z } from 'zod';
import { requireMembership } from '@/lib/auth';
import {
  exportRoster,
  importRoster,
  importRosterSchema,
  previewRoster,
  previewRosterSchema,
} from '@/lib/classroom/roster';
import { defineAction } from '@/lib/web';

export const previewRosterAction = defineAction({
  input: previewRosterSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: previewRoster,
});

export const importRosterAction = defineAction({
  input: importRosterSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: importRoster,
});

export const exportRosterAction = defineAction({
  input: z.strictObject({ courseId: z.uuid() }),
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: exportRoster,
});
