import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Skeleton } from 'antd';
import { api, client, problemsOf, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { StartCard } from './StartCard.tsx';

/** Who is at work: every record of what was done carries this name. Remembered until changed. */
export function ChooseClerk() {
  const { bureau } = useOffice();
  const staff = useQuery(api.settings.staff.queryOptions());
  const choose = useAct(client.system.chooseClerk);
  const active = (staff.data ?? []).filter((one) => one.active);
  const clerks = active.filter((one) => one.roles.includes('clerk'));
  // Nobody of the staff is a clerk any more: anybody may take over, else there would be no way in.
  const choices = clerks.length > 0 ? clerks : active;
  return (
    <StartCard title="请选择当前经办人" note={`${bureau.name}。操作记录会写明由谁办理，随时可在右上角更换。`}>
      <ProblemList problems={staff.isError ? problemsOf(staff.error) : choose.problems} />
      {staff.isPending && <Skeleton active />}
      {staff.isSuccess && clerks.length === 0 && (
        <Alert
          type="warning"
          showIcon
          title="没有在用的经办人。请先选一人进入，再到“设置—人员”中登记经办人。"
        />
      )}
      <Flex vertical gap={8}>
        {choices.map((one, index) => (
          <Button
            key={one.id}
            size="large"
            autoFocus={index === 0}
            disabled={choose.running}
            onClick={() => void choose.run({ staffId: one.id })}
          >
            {one.name}
            {one.unit && `（${one.unit}）`}
          </Button>
        ))}
      </Flex>
    </StartCard>
  );
}
