import { enableCompileCache } from 'node:module';
import { inCache } from '../paths.ts';

/** `npm run -s bureau -- <verb>`: the window's functions without the window (design §7). */

// Half of a short run would go to stripping types and compiling; the cache must be on before the modules load.
enableCompileCache(inCache('compiled'));
const { errorText } = await import('../../db/errorText.ts');
const { EXIT } = await import('./outcome.ts');
const { bureauProgram } = await import('./program.ts');

const isUsageError = (error: unknown): error is { readonly exitCode: number } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');

try {
  const program = await bureauProgram(process.argv[2], (verb, json, { exit, data, lines }) => {
    process.exitCode = exit;
    if (json) process.stdout.write(`${JSON.stringify({ verb, ok: exit === EXIT.done, ...data })}\n`);
    else process.stdout.write(`${lines.join('\n')}\n`);
  });
  await program.parseAsync();
} catch (error) {
  if (isUsageError(error)) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.badInput;
  else {
    process.stderr.write(`程序错误，请反馈以下信息：\n${errorText(error)}\n`);
    process.exitCode = EXIT.bug;
  }
}
