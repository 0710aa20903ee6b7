import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types of all the code; a start need not do so again.
  typescript: { ignoreBuildErrors: true },
  // The folder is named, so that a lock file further up the disk is not taken for the root.
  turbopack: { root },
  outputFileTracingRoot: root,
  serverExternalPackages: ['@node-rs/argon2', '@prisma/adapter-pg', '@prisma/client', 'pg', 'pino'],
};

export default config;
