/** Every action and every route as it is defined, read from the folders of the app. */
import { readdirSync } from 'node:fs';
import type { z } from 'zod';
import { routesOfTheirOwn } from './table';

export type Input = { readonly courseId: string };

/** What stands behind a door, where the test puts the definition itself in the place of what lib/web makes of it. */
export interface Definition {
  readonly input: z.ZodType<Input>;
  readonly authorise: (input: Input) => Promise<unknown>;
  readonly act: (proof: unknown, input: Input) => Promise<unknown>;
}

export const isDefinition = (value: unknown): value is Definition =>
  typeof value === 'object' && value !== null && 'authorise' in value;

const actionFiles = readdirSync('app/_actions').map((file) => file.replace(/\.ts$/, ''));
const routeFiles = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .map((file) => file.replace(/\/route\.ts$/, ''))
  .filter((file) => !(file in routesOfTheirOwn));

async function collect(
  files: readonly string[],
  load: (file: string) => Promise<Record<string, unknown>>,
  nameOf: (file: string, exported: string) => string,
): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const file of files) {
    for (const [exported, value] of Object.entries(await load(file))) {
      if (exported !== 'dynamic') found.set(nameOf(file, exported), value);
    }
  }
  return found;
}

/** By the names that table.ts gives them. */
export const allActions = () =>
  collect(
    actionFiles,
    (file) => import(`../../../app/_actions/${file}.ts`),
    (file, exported) => `${file}/${exported}`,
  );

export const allRoutes = () =>
  collect(
    routeFiles,
    (file) => import(/* @vite-ignore */ `${process.cwd()}/app/api/${file}/route.ts`),
    (file, exported) => `${exported} ${file}`,
  );
