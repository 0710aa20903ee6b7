'use server';

import { headers } from 'next/headers';
import { signUp, signUpSchema } from '@/lib/auth';
import { addressOf, defineAction } from '@/lib/web';

/** Open to everybody; sign-up itself asks whether it is closed, and counts who asks. */
export const signUpAction = defineAction({
  input: signUpSchema,
  authorise: async () => null,
  act: async (_, input) => signUp(input, addressOf(await headers())),
});
