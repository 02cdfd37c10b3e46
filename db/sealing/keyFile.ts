import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { fileProblem } from '../disk/fileProblems.ts';
import { problem, type Result, refuse } from '../model/problems.ts';
import { parseRecoveryCode, type RecoveryCode } from '../model/recoveryCode.ts';

const MOST_BYTES = 4096;

/** Reads the recovery code for headless use. The file must belong to its owner alone (mode 0600). */
export function readKeyFile(path: string): Result<RecoveryCode> {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    const { mode, size } = fstatSync(descriptor);
    const permissions = mode & 0o777;
    if (process.platform !== 'win32' && (permissions & 0o077) !== 0) {
      return refuse(
        problem(
          'key.fileMode',
          `密钥文件的权限过宽，其他用户也能读取，请改为 0600（chmod 600）后重试。位置：${path}`,
          {
            found: permissions.toString(8).padStart(4, '0'),
            expected: '0600',
          },
        ),
      );
    }
    if (size > MOST_BYTES) {
      return refuse(problem('key.file', `密钥文件应只含恢复码一行，现有内容过长。位置：${path}`));
    }
    return parseRecoveryCode(readFileSync(descriptor, 'utf8'));
  } catch (error) {
    const known = fileProblem(error, path);
    if (!known) throw error;
    return refuse(known);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
