import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));

/** For every answer. The content security policy is made for each page in proxy.ts. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
];

/** No page but /embed may be framed. */
const noFrame = [{ key: 'X-Frame-Options', value: 'DENY' }];

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
  // An archive of exercises is the largest thing that an action takes: see lib/classroom/authoring/archive.
  experimental: { serverActions: { bodySizeLimit: '3mb' } },
  // Browsers ask for it where the link to the icon streams in later than the head of a page.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    { source: '/((?!embed$).*)', headers: noFrame },
  ],
};

export default config;
