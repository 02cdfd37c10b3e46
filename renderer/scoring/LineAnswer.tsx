import { Button, Flex, InputNumber } from 'antd';
import type { Answer } from '../../db/model/scoring/rules.ts';
import type { ScoreItem } from '../../db/model/scoring/table.ts';
import { choicesOf, choose, chosenIn, keysHint, saidOf } from './answering.ts';

interface Props {
  readonly item: ScoreItem;
  readonly answer: Answer | undefined;
  readonly editable: boolean;
  readonly onAnswer: (answer: Answer | undefined) => void;
  readonly onAbsent: () => void;
}

/** Answers are reached by the row's number keys: its buttons are for the mouse and stay out of the tab order. */
const OUT_OF_ORDER = -1;

function Count({ item, answer, onAnswer }: Pick<Props, 'item' | 'answer' | 'onAnswer'>) {
  return (
    <InputNumber
      size="small"
      min={0}
      max={999}
      precision={0}
      tabIndex={OUT_OF_ORDER}
      suffix="处不符合"
      className="line-count"
      aria-label={`${item.code}不符合的处数`}
      value={answer?.way === 'deduction' ? answer.count : null}
      onChange={(count) => onAnswer(count === null ? undefined : { way: 'deduction', count })}
    />
  );
}

function BandPoints({ item, answer, onAnswer }: Pick<Props, 'item' | 'answer' | 'onAnswer'>) {
  if (answer?.way !== 'band') return null;
  return (
    <InputNumber
      size="small"
      min={0}
      max={item.points / 10}
      step={0.5}
      precision={1}
      tabIndex={OUT_OF_ORDER}
      suffix="分"
      className="line-count"
      aria-label={`${item.code}得分`}
      value={answer.points / 10}
      onChange={(points) => points !== null && onAnswer({ way: 'band', points: Math.round(points * 10) })}
    />
  );
}

/** What was found at one line. */
export function LineAnswer({ item, answer, editable, onAnswer, onAbsent }: Props) {
  if (!editable) return saidOf(item, answer);
  const chosen = chosenIn(item, answer);
  const absent = answer?.way === 'absent';
  return (
    <Flex gap={4} wrap align="center" title={keysHint(item)}>
      {item.rule.way === 'deduction' && !absent && <Count item={item} answer={answer} onAnswer={onAnswer} />}
      {!absent &&
        choicesOf(item).map(({ label }, index) => (
          <Button
            key={label}
            size="small"
            type={chosen.includes(index) ? 'primary' : 'default'}
            tabIndex={OUT_OF_ORDER}
            aria-pressed={chosen.includes(index)}
            onClick={() => onAnswer(choose(item, answer, index))}
          >
            {index + 1} {label}
          </Button>
        ))}
      {!absent && <BandPoints item={item} answer={answer} onAnswer={onAnswer} />}
      {!item.veto && (
        <Button
          size="small"
          type={absent ? 'primary' : 'text'}
          tabIndex={OUT_OF_ORDER}
          aria-pressed={absent}
          onClick={onAbsent}
        >
          合理缺项
        </Button>
      )}
    </Flex>
  );
}
