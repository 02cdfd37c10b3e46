import { useNavigate } from 'react-router';
import type { Overview } from '../../db/model/contract/backup.ts';
import { FIGURES } from '../../db/model/overview.ts';

const HEIGHT = 14;
const WIDTH = 100;

/** A bar as long as its share of the longest. */
const Bar = ({ share }: { readonly share: number }) => (
  <svg className="bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
    <rect className="bar-ground" width={WIDTH} height={HEIGHT} />
    <rect className="bar-value" width={share * WIDTH} height={HEIGHT} />
  </svg>
);

/** How many workshops came how far this year; a step opens the list of those who reached it. */
export function YearFunnel({ funnel }: Pick<Overview, 'funnel'>) {
  const navigate = useNavigate();
  const most = Math.max(1, ...funnel.map((one) => one.count));
  return (
    <ol className="year-funnel">
      {funnel.map(({ figure, count }) => (
        <li key={figure}>
          <button
            type="button"
            className="funnel-step"
            aria-label={`${FIGURES[figure]}${count}家`}
            onClick={() => void navigate(`/workshops?show=${figure}`)}
          >
            <span>{FIGURES[figure]}</span>
            <Bar share={count / most} />
            <strong>{count}</strong>
          </button>
        </li>
      ))}
    </ol>
  );
}
