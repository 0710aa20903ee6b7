'use server';

import { headers } from 'next/headers';
import {
  changeName,
  changeNameSchema,
  changePassword,
  changePasswordSchema,
  requireUser,
  signUp,
  signUpSchema,
} from '@/lib/auth';
import { addressOf, defineAction } from '@/lib/web';

/** Open to everybody; sign-up itself asks whether it is closed, and counts who asks. */
export const signUpAction = defineAction({
  input: signUpSchema,
  authorise: async () => null,
  act: async (_, input) => signUp(input, addressOf(await headers())),
});

/** One's own name. */
export const changeNameAction = defineAction({
  input: changeNameSchema,
  authorise: requireUser,
  act: changeName,
});

/** One's own password; every session of the person ends with it. */
export const changePasswordAction = defineAction({
  input: changePasswordSchema,
  authorise: requireUser,
  act: async (viewer, input) => changePassword(viewer, input, addressOf(await headers())),
});
