import { Alert, Descriptions, Tag } from 'antd';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { SCORE_CONCLUSIONS, type Score } from '../../db/model/scoring/scoreOf.ts';

const RED = new Set(['vetoed', 'limitsBroken', 'below']);

export function ConclusionTag({ score }: { readonly score: Score }) {
  const color = score.conclusion === 'pass' ? 'blue' : RED.has(score.conclusion) ? 'error' : 'default';
  return <Tag color={color}>{SCORE_CONCLUSIONS[score.conclusion]}</Tag>;
}

interface Props {
  readonly score: Score;
  readonly passScore: number;
  readonly editable: boolean;
}

/** Total, sections and what stands against it, while one types. */
export function SheetTotals({ score, passScore, editable }: Props) {
  const { sections, total, full, vetoed, limitsBroken, missing } = score;
  return (
    <section className="panel stack sheet-totals" aria-label="得分" aria-live="polite">
      <div>
        <span className="sheet-total">{formatPoints(total)}</span>
        <span className="quiet">
          {' '}
          / {formatPoints(full)} 分，合格分{formatPoints(passScore)}
        </span>
      </div>
      <ConclusionTag score={score} />
      <Descriptions
        size="small"
        column={{ xs: 2, sm: 3, lg: 1 }}
        items={sections.map(({ name, points, full: most }) => ({
          key: name,
          label: name,
          children: `${formatPoints(points)} / ${formatPoints(most)}`,
        }))}
      />
      {vetoed.length > 0 && <Alert type="error" title={`否决项不符合：${vetoed.join('、')}`} />}
      {limitsBroken.map((sentence) => (
        <Alert key={sentence} type="error" title={sentence} />
      ))}
      <span className="quiet">
        {missing.length === 0
          ? '各项都已评定'
          : `还有${missing.length}项未评：${missing.slice(0, 8).join('、')}${missing.length > 8 ? '…' : ''}`}
      </span>
      {editable && (
        <span className="quiet">
          数字键选择，回车下一项，空格满分，减号合理缺项，退格清除，↑↓换行，←→在档内增减，P 照片
        </span>
      )}
    </section>
  );
}
