import { z } from 'zod';
import { AppError } from './errors';

const postgresUrl = z.string().refine((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value), {
  error: 'must be an address such as postgresql://user:password@host:5432/database',
});

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, { error: 'must be a whole number' })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: `must be from ${least} to ${most}` });

/** What a provider says is believed: nobody may stand between. */
function isSafeIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname))
  );
}

/** The settings that come from the environment. A variable that is set to nothing counts as not set. */
const schema = z
  .object({
    /** The database. Where it is not given, `npm start` runs a server of its own and sets it. */
    DATABASE_URL: postgresUrl.optional(),
    /** Connections held by one process. */
    DATABASE_POOL_SIZE: wholeNumber(1, 500).default(10),
    /** Threads that run programs, away from the thread that serves requests. */
    RUNNER_THREADS: wholeNumber(1, 64).default(2),
    /** Where the app listens. 0 takes any free port. */
    PORT: wholeNumber(0, 65_535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    /** The folder of the embedded database and of the generated secrets. */
    LASTREF_DATA: z.string().optional(),
    /** The address that people use, where it is not that of the request (behind a proxy). */
    NEXTAUTH_URL: z.url({ error: 'must be an address such as https://lastref.example.org' }).optional(),
    NEXTAUTH_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
    /** Whether the start makes the demo course, whose passwords everybody knows. */
    LASTREF_DEMO: z.enum(['yes', 'no']).default('yes'),
    /** Whether anybody may make an account. */
    LASTREF_SIGN_UP: z.enum(['yes', 'no']).default('yes'),
    /** Who makes courses: everyone, or those who teach one already. */
    LASTREF_COURSES: z.enum(['everyone', 'teachers']).default('everyone'),
    /** An OpenID Connect provider to sign in with: its issuer, who we are to it, and what the button calls it. */
    OIDC_ISSUER: z.url().refine(isSafeIssuer, { error: 'must be https, or http on this machine' }).optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().max(60).default('your organisation'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    /** Tests only: the browser, the app under test, and the database server of the integration tests. */
    CHROMIUM_PATH: z.string().optional(),
    E2E_BASE_URL: z.url().optional(),
    E2E_DATABASE_URL: postgresUrl.optional(),
    PATH: z.string().default(''),
    /** Set by npm for the scripts that it runs. */
    npm_lifecycle_event: z.string().optional(),
  })
  .refine((given) => given.OIDC_ISSUER === undefined || (given.OIDC_CLIENT_ID && given.OIDC_CLIENT_SECRET), {
    error: 'and OIDC_CLIENT_SECRET must be set where OIDC_ISSUER is',
    path: ['OIDC_CLIENT_ID'],
  });

export type Env = z.infer<typeof schema>;

let known: Env | undefined;

/**
 * Reads the settings from a table of variables.
 * Throws AppError "configuration" that names every variable at fault.
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new AppError('configuration', `The environment is not right: ${faults.join('; ')}.`, {
    remedy: 'Correct or unset these variables and run the command again.',
  });
}

/** The settings of this process. */
export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}

/** Sets variables for this process and for the processes that it starts. */
export function provideEnv(values: Partial<Record<keyof Env, string>>): void {
  Object.assign(process.env, values);
  known = undefined;
}

/** An environment of these variables alone, for a child process that needs nothing else. */
export const bareEnv = (variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv =>
  variables as NodeJS.ProcessEnv;

/** The environment for a child process: this one's, with changes; undefined takes a variable away. */
export function childEnv(changes: Readonly<Record<string, string | undefined>> = {}): NodeJS.ProcessEnv {
  const variables: Record<string, string | undefined> = { ...process.env, ...changes };
  for (const [name, value] of Object.entries(variables)) if (value === undefined) delete variables[name];
  return variables as NodeJS.ProcessEnv;
}

/** The database's address, or AppError "configuration" where none is set. */
export function databaseUrl(): string {
  const url = env().DATABASE_URL;
  if (url === undefined) {
    throw new AppError('configuration', 'DATABASE_URL is not set.', {
      remedy: 'Use `npm start`, which runs a database of its own, or set DATABASE_URL.',
    });
  }
  return url;
}
