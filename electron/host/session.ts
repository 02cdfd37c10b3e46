import { listBackups } from '../../db/backup/backup.ts';
import { backUpDaily } from '../../db/backup/daily.ts';
import { backupsDir } from '../../db/backup/paths.ts';
import { restoreIsPending } from '../../db/backup/restore.ts';
import { bureauOf, currentCampaign, currentClerk, latestYear, setUpOffice } from '../../db/bureau/bureau.ts';
import { errorText } from '../../db/errorText.ts';
import type { OfficeProfile } from '../../db/model/bureau.ts';
import type { OfficeState } from '../../db/model/contract/system.ts';
import {
  assertNever,
  invariant,
  ok,
  type Problem,
  problem,
  type Result,
  refuse,
} from '../../db/model/problems.ts';
import { parseRecoveryCode, type RecoveryCode } from '../../db/model/recoveryCode.ts';
import type { Act, Office } from '../../db/office.ts';
import { createOffice } from '../../db/open/create.ts';
import { type OpenedDatabase, openDatabase } from '../../db/open/open.ts';
import { type OpenOffice, unlockOfficeWithCode, unlockOfficeWithKeychain } from '../../db/open/unlock.ts';
import { addKeychainSlot, type Keychain, renewRecoveryCode } from '../../db/sealing/keySlots.ts';
import { locked } from './api/base.ts';
import type { HostContext } from './context.ts';

type Phase =
  | { readonly kind: 'closed' }
  | { readonly kind: 'fresh'; readonly backups: number }
  | { readonly kind: 'locked'; readonly opened: OpenedDatabase }
  | { readonly kind: 'trouble'; readonly problems: readonly Problem[] }
  | { readonly kind: 'open'; readonly office: OpenOffice; readonly keychain: boolean };

/** The one open office of the program, from the first look at the data folder to closing it. */
export interface Session {
  state(): Promise<OfficeState>;
  /** Throws LOCKED until the data is open. */
  office(): Office;
  act(): Act;
  create(profile: OfficeProfile): Promise<Result<RecoveryCode>>;
  unlock(code: string): Promise<Result<void>>;
  /** The code still on the screen, between its making and the clerk's confirmation. */
  shownCode(): RecoveryCode | null;
  renewCode(): RecoveryCode;
  /** True when `typed` is the last group of the shown code, which is then forgotten. */
  confirmCode(typed: string): boolean;
}

/** The shell answers `undefined` where the system has no real key store; the key slots want a refusal. */
const keychainOf = ({ keychain }: HostContext): Keychain => {
  const must = async (made: Promise<Uint8Array | undefined>): Promise<Uint8Array> => {
    const bytes = await made;
    if (!bytes) throw new Error('The system has no key store');
    return bytes;
  };
  return { wrap: (key) => must(keychain.wrap(key)), unwrap: (wrapped) => must(keychain.unwrap(wrapped)) };
};

async function backUpToday(office: OpenOffice, { now, log }: HostContext): Promise<void> {
  const made = await backUpDaily(office, { at: now() });
  if (!made.ok) log.warn(`daily backup refused: ${made.problems.map((one) => one.code).join()}`);
}

export function createSession(context: HostContext): Session {
  const { dataDir, resources } = context;
  const keychain = keychainOf(context);
  let phase: Phase = { kind: 'closed' };
  let code: RecoveryCode | null = null;
  let opening: Promise<void> | undefined;

  const enter = (office: OpenOffice, withKeychain: boolean): void => {
    phase = { kind: 'open', office, keychain: withKeychain };
    backUpToday(office, context).catch((error: unknown) =>
      context.log.error(`daily backup: ${errorText(error)}`),
    );
  };

  async function look(): Promise<void> {
    const looked = await openDatabase(dataDir, resources, { program: 'window', at: context.now() });
    if (!looked.ok) phase = { kind: 'trouble', problems: looked.problems };
    else if (looked.value.state === 'fresh') phase = { kind: 'fresh', backups: looked.value.backups };
    else {
      phase = { kind: 'locked', opened: looked.value.opened };
      const unlocked = await unlockOfficeWithKeychain(looked.value.opened, keychain);
      if (unlocked.ok) enter(unlocked.value, true);
    }
  }

  /** Looks once, and again after trouble: the window's «重试» asks for the state anew. */
  async function settled(): Promise<Phase> {
    if (phase.kind === 'closed' || phase.kind === 'trouble') {
      opening ??= look().finally(() => {
        opening = undefined;
      });
      await opening;
    }
    return phase;
  }

  context.onStop(() => {
    if (phase.kind === 'open') phase.office.close();
    if (phase.kind === 'locked') phase.opened.close();
    phase = { kind: 'closed' };
  });

  const office = (): OpenOffice => {
    if (phase.kind !== 'open') throw locked();
    return phase.office;
  };

  return {
    office,
    act: () => ({ today: context.today(), at: context.now(), staffId: currentClerk(office())?.id ?? null }),
    async state() {
      const now = await settled();
      switch (now.kind) {
        case 'fresh':
          return { ...now, today: context.today() };
        case 'locked':
          return { kind: 'locked', bureauName: null };
        case 'trouble':
          return { kind: 'trouble', problems: now.problems, canRestore: await canRestore(dataDir) };
        case 'open':
          return {
            kind: 'open',
            today: context.today(),
            bureau: bureauOf(now.office),
            campaign: currentCampaign(now.office),
            latestYear: latestYear(now.office),
            clerk: currentClerk(now.office),
            keychain: now.keychain,
            restorePending: await restoreIsPending(dataDir),
          };
        case 'closed':
          throw locked();
        default:
          return assertNever(now);
      }
    },
    async create(profile) {
      if ((await settled()).kind !== 'fresh') {
        return refuse(problem('office.exists', '这个数据文件夹里已有数据，不能重复建立'));
      }
      const made = await createOffice(dataDir, resources, { program: 'window', at: context.now() }, keychain);
      if (!made.ok) return made;
      const { office: created, recoveryCode, warnings } = made.value;
      const act: Act = { today: context.today(), at: context.now(), staffId: null };
      const filled = setUpOffice(created, profile, act);
      if (!filled.ok) return filled;
      enter(created, warnings.length === 0);
      code = recoveryCode;
      return ok(recoveryCode);
    },
    async unlock(typed) {
      const now = await settled();
      if (now.kind === 'open') return ok(undefined);
      if (now.kind !== 'locked') throw locked();
      const parsed = parseRecoveryCode(typed);
      if (!parsed.ok) return parsed;
      const unlocked = await unlockOfficeWithCode(now.opened, parsed.value);
      if (!unlocked.ok) return unlocked;
      const { sqlite, vault } = unlocked.value;
      const slot = await addKeychainSlot(sqlite, vault, keychain, context.now());
      enter(unlocked.value, slot.ok);
      return ok(undefined);
    },
    shownCode: () => code,
    renewCode() {
      const { sqlite, vault } = office();
      code = renewRecoveryCode(sqlite, vault, context.now());
      return code;
    },
    confirmCode(typed) {
      invariant(code, 'a code is on the screen');
      const same = typed.trim().toUpperCase() === code.slice(-4);
      if (same) code = null;
      return same;
    },
  };
}

async function canRestore(dataDir: string): Promise<boolean> {
  const listed = await listBackups(backupsDir(dataDir));
  return listed.ok && listed.value.some((one) => one.readable);
}
