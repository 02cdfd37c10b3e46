import { Progress, Statistic } from 'antd';
import type { Overview } from '../../db/model/contract/backup.ts';
import { formatYuan } from '../../db/model/money.ts';

interface Props {
  readonly overview: Pick<Overview, 'quota' | 'selected' | 'plannedOwn' | 'plannedOther'>;
}

/** Quota in use and money planned, the owners' own apart from other funds. */
export function YearFigures({ overview: { quota, selected, plannedOwn, plannedOther } }: Props) {
  const percent = quota === 0 ? 0 : Math.round((selected / quota) * 100);
  const left = quota - selected;
  return (
    <div className="figures">
      <section className="panel" aria-label="创建名额">
        <Statistic title="创建名额" value={selected} suffix={`/ ${quota}家已入围`} />
        <Progress percent={percent} showInfo={false} size="small" aria-label="名额使用情况" />
        <span className="quiet">{left > 0 ? `还有${left}个名额` : '名额已用完'}</span>
      </section>
      <section className="panel" aria-label="方案预算">
        <Statistic title="方案预算：业主自筹" value={formatYuan(plannedOwn)} suffix="元" />
        <span className="quiet">其他资金{formatYuan(plannedOther)}元</span>
      </section>
    </div>
  );
}
