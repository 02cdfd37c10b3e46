/**
 * The tables, one file a feature. STRICT is added to the generated SQL by hand (drizzle-kit cannot write it) and proved
 * by a test. `*_sealed` holds ciphertext of `db/sealing`, `*_print` the keyed hash for exact search and duplicates.
 */
export * from './schema/assistance.ts';
export * from './schema/awards.ts';
export * from './schema/calendar.ts';
export * from './schema/campaign.ts';
export * from './schema/mobilisation.ts';
export * from './schema/office.ts';
export * from './schema/papers.ts';
export * from './schema/plans.ts';
export * from './schema/publicity.ts';
export * from './schema/results.ts';
export * from './schema/scoring.ts';
export * from './schema/selection.ts';
export * from './schema/submissions.ts';
export * from './schema/works.ts';
export * from './schema/workshops.ts';
export * from './schema/writings.ts';
