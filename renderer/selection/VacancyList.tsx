import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import type { Vacancy } from '../../db/model/contract/selection.ts';
import { DEPARTURES } from '../../db/model/publicity.ts';
import { api } from '../api.ts';
import { ReplaceModal } from './ReplaceModal.tsx';

/** Places that became free after selection, each with the way to fill it. */
export function VacancyList() {
  const vacancies = useQuery(api.selection.vacancies.queryOptions());
  const [filling, setFilling] = useState<Vacancy>();
  return (
    <>
      {vacancies.data?.map((vacancy) => {
        const { applicationId, name, leftOn, because, reason, wasOnRoster, successors } = vacancy;
        const [next] = successors;
        return (
          <Alert
            key={applicationId}
            className="page-message"
            type="warning"
            showIcon
            title={`“${name}”${leftOn}${DEPARTURES[because]}${because === 'withdrawn' ? `（${reason}）` : ''}${wasOnRoster ? '，原在创建名单上' : ''}，名额空出。${
              next
                ? `按名次由“${next.name}”递补。`
                : '没有可以递补的（须审核通过、符合条件、未入选，且名额有空），可以继续审核申请。'
            }`}
            action={
              <Flex>
                <Button disabled={!next} onClick={() => setFilling(vacancy)}>
                  递补…
                </Button>
              </Flex>
            }
          />
        );
      })}
      {filling && <ReplaceModal vacancy={filling} onClose={() => setFilling(undefined)} />}
    </>
  );
}
