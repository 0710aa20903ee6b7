import { defineConfig } from 'prisma/config';

// The command line looks for a native engine first, and for `generate`, `validate` and `format` never
// runs it. Any executable will do, and nothing is fetched from the network.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://127.0.0.1:5432/lastref' },
});
