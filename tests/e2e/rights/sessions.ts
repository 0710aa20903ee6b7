/** People signed in without a browser: requests with the cookies of their session. */
import { type APIRequestContext, expect, request } from '@playwright/test';
import { z } from 'zod';
import { password } from '../accounts-of-tests';

const csrfSchema = z.object({ csrfToken: z.string() });

/** Requests of nobody, at this address. */
export const anonymous = (baseURL: string): Promise<APIRequestContext> => request.newContext({ baseURL });

/** Requests of the person with this address of email. */
export async function signedIn(baseURL: string, email: string): Promise<APIRequestContext> {
  const context = await anonymous(baseURL);
  const { csrfToken } = csrfSchema.parse(await (await context.get('/api/auth/csrf')).json());
  const answer = await context.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password, json: 'true', callbackUrl: baseURL },
    maxRedirects: 0,
  });
  expect(answer.status(), `${email} signs in`).toBe(200);
  return context;
}
