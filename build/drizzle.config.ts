import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --config build/drizzle.config.ts`; then add STRICT by hand (db/README.md). */
export default defineConfig({ dialect: 'sqlite', schema: './db/schema.ts', out: './db/migrations' });
