/**
 * The first step of `npm start`, `npm run dev` and `npm test`. It runs before anything is installed, so it
 * uses Node alone and no syntax that an old Node cannot parse: an old Node must get as far as the message.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const commands = {
  start: 'lib/start/main.ts',
  dev: 'lib/start/main.ts',
  test: 'tests/run/main.ts',
};

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Lastref needs Node.js 20.19 or newer; this is ${process.versions.node}.\n` +
      'Install a newer one from https://nodejs.org and run the command again.',
  );
  process.exit(1);
}

async function run() {
  refuseOldNode();
  const command = process.argv[2] || 'start';
  const file = commands[command];
  if (!file) {
    console.error(`There is no command "${command}". Use one of: ${Object.keys(commands).join(', ')}.`);
    process.exit(2);
  }
  process.chdir(root);
  const { install } = await import('./install.mjs');
  await install(root);
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: join(root, 'tsconfig.json') });
  const { main } = await import(pathToFileURL(join(root, file)).href);
  await main(root, process.argv.slice(2));
}

run().catch((error) => {
  console.error(error?.remedy ? `\n${error.message}\n${error.remedy}` : error);
  process.exit(1);
});
