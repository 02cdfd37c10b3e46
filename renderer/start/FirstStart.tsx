import { Steps } from 'antd';
import { useEffect, useState } from 'react';
import { type Bureau, OfficeProfile, type StaffInput } from '../../db/model/bureau.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { type Problem, problem } from '../../db/model/problems.ts';
import { client, queryClient, useAct } from '../api.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { BureauStep } from './BureauStep.tsx';
import { RecoveryCodeStep } from './RecoveryCodeStep.tsx';
import { StaffStep } from './StaffStep.tsx';
import { StartCard } from './StartCard.tsx';
import { Welcome } from './Welcome.tsx';
import { type Year, YearStep } from './YearStep.tsx';

const STEPS = ['本单位', '年度与名额', '人员', '恢复码'];

/** The contact is nearly always the clerk: typed once. */
const firstStaff = (bureau: Bureau): readonly StaffInput[] => [
  { name: bureau.contactName, unit: bureau.section, position: '', roles: ['clerk'] },
];

interface Props {
  readonly backups: number;
  readonly today: IsoDate;
}

/** First start: who the office is, the year and its quota, its people, and the recovery code. */
export function FirstStart({ backups, today }: Props) {
  const [step, setStep] = useState(-1);
  const [bureau, setBureau] = useState<Partial<Bureau> | null>(null);
  const [year, setYear] = useState<Partial<Year> | null>(null);
  const [staff, setStaff] = useState<readonly StaffInput[]>([]);
  const [faults, setFaults] = useState<readonly Problem[]>([]);
  const [code, setCode] = useState<string | null>(null);
  // The code must stay on the screen: only after it is confirmed the window asks for the state again.
  const create = useAct(client.system.create, { refresh: false });

  // In a low window each step begins at its top, not where the last one was left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the step changes
  useEffect(() => document.scrollingElement?.scrollTo({ top: 0 }), [step]);

  const finish = async () => {
    const profile = OfficeProfile.safeParse({ bureau, ...year, staff: [...staff] });
    if (!profile.success) {
      setFaults(profile.error.issues.map((issue) => problem('profile.field', issue.message)));
      return;
    }
    setFaults([]);
    const done = await create.run(profile.data);
    if (!done.ok) return;
    setCode(done.value.recoveryCode);
    setStep(3);
  };

  if (step < 0) return <Welcome backups={backups} onStart={() => setStep(0)} />;
  return (
    <StartCard title="首次使用设置" wide>
      <Steps size="small" current={step} items={STEPS.map((title) => ({ title }))} />
      <ProblemList problems={[...faults, ...create.problems]} title="没有建立数据" />
      {step === 0 && (
        <BureauStep
          value={bureau}
          onBack={(typed) => {
            setBureau(typed);
            setStep(-1);
          }}
          onDone={(next) => {
            setBureau(next);
            setStaff((before) => (before.length === 0 ? firstStaff(next) : before));
            setStep(1);
          }}
        />
      )}
      {step === 1 && (
        <YearStep
          value={year}
          today={today}
          onBack={(typed) => {
            setYear(typed);
            setStep(0);
          }}
          onDone={(next) => {
            setYear(next);
            setStep(2);
          }}
        />
      )}
      {step === 2 && (
        <StaffStep
          staff={staff}
          creating={create.running}
          onChange={setStaff}
          onBack={() => setStep(1)}
          onDone={() => void finish()}
        />
      )}
      {step === 3 && code !== null && (
        <RecoveryCodeStep code={code} onConfirmed={() => void queryClient.resetQueries()} />
      )}
    </StartCard>
  );
}
