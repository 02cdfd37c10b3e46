import { Button, Progress, Statistic } from 'antd';
import { useNavigate } from 'react-router';
import type { Overview } from '../../db/model/contract/backup.ts';
import { type Fen, fen, formatYuan } from '../../db/model/money.ts';

interface Props {
  readonly overview: Pick<
    Overview,
    'quota' | 'selected' | 'plannedOwn' | 'plannedOther' | 'spentOwn' | 'spentOther'
  >;
}

const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 100);

interface MoneyProps {
  readonly title: string;
  readonly planned: Fen;
  readonly spent: Fen;
}

/** Planned by the plans, spent as recorded in the works. */
const MoneyPanel = ({ title, planned, spent }: MoneyProps) => {
  const navigate = useNavigate();
  const over = spent - planned;
  return (
    <section className="panel" aria-label={title}>
      <Statistic
        title={`${title}：已投入`}
        value={`${formatYuan(spent)}元`}
        suffix={`/ 预算${formatYuan(planned)}元`}
      />
      <Progress
        percent={percentOf(spent, planned)}
        status="normal"
        size="small"
        aria-label={`${title}投入进度`}
      />
      <Button type="link" className="figure-link" onClick={() => void navigate('/plans')}>
        {over > 0 ? `超出预算${formatYuan(fen(over))}元，查看各家方案` : '查看各家方案'}
      </Button>
    </section>
  );
};

/** Quota in use, and money planned and spent: the owners' own apart from other funds. */
export function YearFigures({ overview }: Props) {
  const { quota, selected, plannedOwn, plannedOther, spentOwn, spentOther } = overview;
  const navigate = useNavigate();
  const left = quota - selected;
  return (
    <div className="figures">
      <section className="panel" aria-label="创建名额">
        <Statistic title="创建名额" value={selected} suffix={`/ ${quota}家已入选`} />
        <Progress
          percent={percentOf(selected, quota)}
          showInfo={false}
          status="normal"
          size="small"
          aria-label="名额使用情况"
        />
        <Button type="link" className="figure-link" onClick={() => void navigate('/workshops?show=selected')}>
          {left > 0 ? `还有${left}个名额，查看入选名单` : '名额已用完，查看入选名单'}
        </Button>
      </section>
      <MoneyPanel title="业主自筹" planned={plannedOwn} spent={spentOwn} />
      <MoneyPanel title="其他资金" planned={plannedOther} spent={spentOther} />
    </div>
  );
}
