import { App, Button, Checkbox, Input, Tag } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { WritingView } from '../../db/model/contract/writings.ts';
import { AttachmentId } from '../../db/model/ids.ts';
import { WRITING_KINDS } from '../../db/model/terms.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { RemoveWriting } from './RemoveWriting.tsx';
import { RenewalNote } from './RenewalNote.tsx';
import { SectionEditor } from './SectionEditor.tsx';
import { useWriting } from './useWriting.ts';

/** The writing table of one text. Once 定稿, it is read only until reopened. */
export function WritingDesk({ view }: { readonly view: WritingView }) {
  const { id, kind, finishedOn, body, renewal, photos, asOf } = view;
  const locked = finishedOn !== null;
  const navigate = useNavigate();
  const { message } = App.useApp();
  const writing = useWriting(view);
  const renew = useAct(client.writings.renew);
  const finish = useAct(client.writings.finish);
  const reopen = useAct(client.writings.reopen);
  const [shown, setShown] = useState(false);
  const save = async (): Promise<void> => {
    if (await writing.save()) message.success('已保存');
  };
  const afterSaving = async (step: () => Promise<unknown>): Promise<void> => {
    if (await writing.save()) await step();
  };
  useCommand('save', () => void save(), !locked);
  useCommand('print', () => void afterSaving(async () => setShown(true)), !shown);
  return (
    <>
      <PageHeader
        title={WRITING_KINDS[kind]}
        note={
          <>
            {locked ? <Tag color="success">{finishedOn}定稿</Tag> : <Tag color="processing">未定稿</Tag>}
            数字截至{asOf}
          </>
        }
      >
        <Button onClick={() => void navigate('/summary')}>返回总结</Button>
        <RemoveWriting id={id} title={view.title} />
        <Button onClick={() => void afterSaving(async () => setShown(true))}>预览、打印和保存</Button>
        {locked ? (
          <Button loading={reopen.running} onClick={() => void reopen.run({ id })}>
            取消定稿
          </Button>
        ) : (
          <>
            <Button loading={finish.running} onClick={() => void afterSaving(() => finish.run({ id }))}>
              定稿
            </Button>
            <Button
              type="primary"
              loading={writing.saving}
              disabled={!writing.changed}
              onClick={() => void save()}
            >
              保存
            </Button>
          </>
        )}
      </PageHeader>
      {writing.draft.banner}
      <ProblemList problems={writing.problems} title="没有保存" onClose={writing.clear} />
      <ProblemList problems={renew.problems} title="没有重新取数" onClose={renew.clear} />
      <ProblemList problems={finish.problems} title="还不能定稿：" onClose={finish.clear} />
      <ProblemList problems={reopen.problems} onClose={reopen.clear} />
      {!locked && (
        <RenewalNote
          renewal={renewal}
          asOf={asOf}
          running={renew.running}
          onRenew={() => void afterSaving(() => renew.run({ id }))}
        />
      )}
      <Input
        aria-label="标题"
        className="writing-title"
        maxLength={80}
        readOnly={locked}
        value={writing.edit.title}
        onChange={(event) => writing.change({ title: event.target.value })}
      />
      {body.sections.map((section) => (
        <SectionEditor
          key={section.key}
          section={section}
          edit={writing.edit.sections.find((one) => one.key === section.key) ?? section}
          locked={locked}
          onChange={(patch) => writing.changeSection(section.key, patch)}
        />
      ))}
      {kind === 'case' && (
        <section className="panel below" aria-label="照片">
          <h2 className="panel-title">附改造前后照片</h2>
          {photos.length === 0 && (
            <p className="quiet">还没有可用的照片，请在小作坊或改造任务中添加“改造前”“改造后”照片</p>
          )}
          <Checkbox.Group
            disabled={locked}
            value={writing.edit.photos}
            options={photos.map((one) => ({ value: one.id, label: one.title }))}
            onChange={(ids) => writing.change({ photos: ids.map((one) => AttachmentId.parse(one)) })}
          />
        </section>
      )}
      {body.annexes.length > 0 && (
        <section className="panel below" aria-label="附件">
          <h2 className="panel-title">附件（随报送包，重新取数时更新）</h2>
          <ol>
            {body.annexes.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ol>
        </section>
      )}
      {shown && <PaperPreview refs={{ paper: 'writing', writingId: id }} onClose={() => setShown(false)} />}
    </>
  );
}
