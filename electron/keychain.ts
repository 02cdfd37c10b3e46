import { app, safeStorage } from 'electron';
import { errorText } from '../db/errorText.ts';
import { writeLog } from './log.ts';

/** Backends that keep a secret. `basic_text` on Linux is a fixed key in the program: no protection at all. */
const REAL_BACKENDS: readonly string[] = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'];

const isReal = (): boolean =>
  app.isReady() &&
  safeStorage.isEncryptionAvailable() &&
  (process.platform !== 'linux' || REAL_BACKENDS.includes(safeStorage.getSelectedStorageBackend()));

/** Sealed for this account of this PC; `undefined` where the system has no real key store. */
export function wrapWithKeychain(bytes: Uint8Array): Uint8Array | undefined {
  if (!isReal()) return undefined;
  return new Uint8Array(safeStorage.encryptString(Buffer.from(bytes).toString('base64')));
}

/** `undefined` also when it was wrapped by another account or on another PC: then the recovery code opens the data. */
export function unwrapWithKeychain(wrapped: Uint8Array): Uint8Array | undefined {
  if (!isReal()) return undefined;
  try {
    return new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(wrapped)), 'base64'));
  } catch (error) {
    writeLog('warn', `The keychain could not open the key: ${errorText(error)}`);
    return undefined;
  }
}
