import { auditRows } from '../../../db/audit.ts';
import { allStaff, chooseClerk, saveBureau, saveStaff, setStaffActive } from '../../../db/bureau/bureau.ts';
import { savePolicy } from '../../../db/bureau/policy.ts';
import { writeFileAtomic } from '../../../db/disk/files.ts';
import { dropDraft, getDraft, putDraft } from '../../../db/drafts.ts';
import { problem } from '../../../db/model/problems.ts';
import { formatRecoveryCode } from '../../../db/model/recoveryCode.ts';
import { figureList, overview } from '../../../db/overview/overview.ts';
import type { HostContext } from '../context.ts';
import type { PaperShop } from '../paperShop.ts';
import type { Session } from '../session.ts';
import { api, pathBehind, refused, unwrap } from './base.ts';

export const systemApi = (context: HostContext, session: Session, shop: PaperShop) => ({
  state: api.system.state.handler(() => session.state()),
  create: api.system.create.handler(async ({ input }) => ({
    recoveryCode: formatRecoveryCode(unwrap(await session.create(input))),
  })),
  recoverySheet: api.system.recoverySheet.handler(async () => {
    const code = session.shownCode();
    if (!code)
      throw refused([problem('code.gone', '恢复码已不再显示；如需重印，请在“备份与恢复”中更换恢复码')]);
    return unwrap(await shop.recoverySheet(session.office(), formatRecoveryCode(code), context.today()));
  }),
  confirmCode: api.system.confirmCode.handler(({ input }) => {
    if (!session.confirmCode(input.typed)) {
      throw refused([
        problem('code.differs', '与恢复单上最后一组不一致，请照恢复单重新录入', { field: 'typed' }),
      ]);
    }
  }),
  renewCode: api.system.renewCode.handler(() => ({ recoveryCode: formatRecoveryCode(session.renewCode()) })),
  unlock: api.system.unlock.handler(async ({ input }) => unwrap(await session.unlock(input.code))),
  chooseClerk: api.system.chooseClerk.handler(({ input }) =>
    unwrap(chooseClerk(session.office(), input.staffId)),
  ),
  saveFile: api.system.saveFile.handler(async ({ input }) =>
    unwrap(await writeFileAtomic(pathBehind(context.pathOf, input.token), input.bytes)),
  ),
});

export const settingsApi = (session: Session) => ({
  saveBureau: api.settings.saveBureau.handler(({ input }) =>
    unwrap(saveBureau(session.office(), input, session.act())),
  ),
  staff: api.settings.staff.handler(() => allStaff(session.office())),
  saveStaff: api.settings.saveStaff.handler(({ input }) =>
    unwrap(saveStaff(session.office(), input.id, input.staff, session.act())),
  ),
  setStaffActive: api.settings.setStaffActive.handler(({ input }) =>
    unwrap(setStaffActive(session.office(), input.id, input.active, session.act())),
  ),
  savePolicy: api.settings.savePolicy.handler(({ input }) =>
    unwrap(savePolicy(session.office(), input.policy, input.reason, session.act())),
  ),
  audit: api.settings.audit.handler(({ input }) => auditRows(session.office(), input)),
});

export const draftsApi = (context: HostContext, session: Session) => ({
  get: api.drafts.get.handler(({ input }) => input.keys.map((key) => getDraft(session.office(), key))),
  put: api.drafts.put.handler(({ input }) =>
    putDraft(session.office(), input.key, input.value, context.now()),
  ),
  drop: api.drafts.drop.handler(({ input }) => dropDraft(session.office(), input.key)),
});

export const homeApi = (context: HostContext, session: Session) => ({
  overview: api.home.overview.handler(() => overview(session.office(), context.today())),
  figure: api.home.figure.handler(({ input }) => figureList(session.office(), input.figure, context.today())),
});
