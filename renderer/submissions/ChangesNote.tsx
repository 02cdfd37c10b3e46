import { Alert } from 'antd';
import type { PackagePrecheck } from '../../db/model/contract/packages.ts';
import { hasChanges } from '../../db/model/submissionCalendar.ts';

const Line = ({ word, names }: { readonly word: string; readonly names: readonly string[] }) =>
  names.length === 0 ? null : (
    <div>
      {word}
      {names.length}条：{names.join('、')}
    </div>
  );

/** What the records say differently from the last package. */
export function ChangesNote({ since, changes }: Pick<PackagePrecheck, 'since' | 'changes'>) {
  if (since === null || changes === null) return null;
  if (!hasChanges(changes)) {
    return (
      <Alert
        className="page-message"
        type="info"
        showIcon
        title={`与${since.madeOn}报送的内容相同，没有变化，一般不必再次报送。`}
      />
    );
  }
  return (
    <Alert
      className="page-message"
      type="info"
      showIcon
      title={`与${since.madeOn}报送的相比有变化：`}
      description={
        <>
          <Line word="新增" names={changes.added} />
          <Line word="减少" names={changes.removed} />
          <Line word="改动" names={changes.altered} />
        </>
      }
    />
  );
}
