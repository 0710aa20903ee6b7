/** The addresses of the app's pages, read from the folders that make them. */
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

const page = `${sep}page.tsx`;

/** `/lessons/[slug]/watch` and so on: the route of every page there is. */
export const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((file) => `${sep}${file}`)
  .filter((file) => file.endsWith(page))
  .map((file) => file.slice(0, -page.length).split(sep))
  .map((parts) => `/${parts.filter((part) => part !== '' && !part.startsWith('(')).join('/')}`)
  .sort();

/** Whether an address is of a route: a part in brackets stands for any one part. */
export function isOf(route: string, address: string): boolean {
  const wanted = route.split('/');
  const given = new URL(address, 'http://app').pathname.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, i) => (part.startsWith('[') ? given[i] !== '' : part === given[i]))
  );
}

const foldersIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

export const lessons = foldersIn(join('exercises', 'lessons'));
export const units = foldersIn('exercises').filter((name) => name !== 'lessons');

const lessonRoute = '/lessons/[slug]/';
/** The ways to read a lesson, by their part of the address. */
export const modes = routes
  .filter((route) => route.startsWith(lessonRoute))
  .map((route) => route.slice(lessonRoute.length))
  .filter((mode) => !mode.includes('/'));
