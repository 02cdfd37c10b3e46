import { spawn } from 'node:child_process';
import { z } from 'zod';
import { inProject } from '../paths.ts';

const Answer = z.looseObject({ ok: z.boolean() });
export type Answer = z.infer<typeof Answer>;

export interface Bureau {
  /** Runs one verb on `today`. Throws, with what the verb said, when it does not end with `exit`. */
  run(today: string, args: readonly string[], exit?: number): Promise<Answer>;
}

/** The headless command line on one data folder, as a script of an office would use it. */
export function bureauAt(dataDir: string, keyFile: string): Bureau {
  return {
    run: (today, args, exit = 0) =>
      command([...args, '--data', dataDir, '--key-file', keyFile, '--today', today], exit),
  };
}

/** `verify` needs no data folder. */
export const verifyPackage = (folder: string, exit = 0): Promise<Answer> => command(['verify', folder], exit);

function command(args: readonly string[], exit: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inProject('build/cli/main.ts'), ...args, '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === exit) resolve(Answer.parse(JSON.parse(output)));
      else reject(new Error(`${args[0] ?? ''} ended with ${code}, expected ${exit}: ${output}`));
    });
  });
}
