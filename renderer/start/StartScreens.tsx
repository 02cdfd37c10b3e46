import type { OfficeState } from '../../db/model/contract/system.ts';
import { FirstStart } from './FirstStart.tsx';
import { TroubleScreen } from './TroubleScreen.tsx';
import { UnlockScreen } from './UnlockScreen.tsx';

/** What the window shows while the data are not open. */
export function StartScreens({ state }: { readonly state: Exclude<OfficeState, { kind: 'open' }> }) {
  switch (state.kind) {
    case 'fresh':
      return <FirstStart backups={state.backups} today={state.today} />;
    case 'locked':
      return <UnlockScreen bureauName={state.bureauName} />;
    case 'trouble':
      return <TroubleScreen problems={state.problems} canRestore={state.canRestore} />;
  }
}
