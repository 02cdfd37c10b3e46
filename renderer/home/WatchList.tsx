import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { Overview } from '../../db/model/contract/backup.ts';
import { FIGURES, type Figure } from '../../db/model/overview.ts';

/** Shown in red once somebody is in them; the others are merely waiting. */
const URGENT: readonly Figure[] = ['overdue', 'lateTasks'];

/** What waits, workshop by workshop: each figure opens its list. Those with nobody stay, so that nothing is missed. */
export function WatchList({ watches }: Pick<Overview, 'watches'>) {
  const navigate = useNavigate();
  return (
    <div className="watches">
      {watches.map(({ figure, count, note }) => (
        <Button
          key={figure}
          className={watchClass(figure, count)}
          disabled={count === 0}
          title={note}
          aria-label={`${FIGURES[figure]}${count}家${note === '' ? '' : `，${note}`}`}
          onClick={() => void navigate(`/workshops?show=${figure}`)}
        >
          <strong>{count}</strong>
          <span>{FIGURES[figure]}</span>
          <span className="quiet watch-note">{count === 0 ? '没有' : note}</span>
        </Button>
      ))}
    </div>
  );
}

const watchClass = (figure: Figure, count: number): string =>
  count > 0 && URGENT.includes(figure) ? 'watch watch-urgent' : 'watch';
