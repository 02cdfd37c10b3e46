import { FileImageOutlined, FileOutlined, FilePdfOutlined, MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown, Image, type MenuProps, Skeleton } from 'antd';
import { ATTACHMENT_ROLES } from '../../db/model/attachments.ts';
import type { AttachmentView } from '../../db/model/contract/attachments.ts';
import { sizeText } from '../shared/format.ts';
import { usePreview } from './previews.ts';

export interface CardActions {
  readonly open: (one: AttachmentView) => void;
  readonly saveAs: (one: AttachmentView) => void;
  readonly edit: (one: AttachmentView) => void;
  readonly remove: (one: AttachmentView) => void;
}

interface Props {
  readonly attachment: AttachmentView;
  readonly actions: CardActions;
  readonly readOnly: boolean;
}

function FileIcon({ extension, failed }: { readonly extension: string; readonly failed: boolean }) {
  const Icon =
    extension === '.pdf' ? FilePdfOutlined : extension === '.heic' ? FileImageOutlined : FileOutlined;
  return (
    <>
      <Icon />
      <span>{failed ? '图片打不开' : extension.slice(1).toUpperCase()}</span>
    </>
  );
}

function Thumbnail({
  attachment,
  onOpen,
}: {
  readonly attachment: AttachmentView;
  readonly onOpen: () => void;
}) {
  const preview = usePreview(attachment.id, attachment.previewable);
  if (preview.kind === 'loading') return <Skeleton.Node active className="attachment-picture" />;
  if (preview.kind === 'shown') {
    return <Image src={preview.url} alt={attachment.title} classNames={{ root: 'attachment-picture' }} />;
  }
  return (
    <button
      type="button"
      className="attachment-picture attachment-file"
      aria-label={`打开${attachment.title}`}
      onClick={onOpen}
    >
      <FileIcon extension={attachment.extension} failed={preview.kind === 'failed'} />
    </button>
  );
}

const menuOf = ({ attachment, actions, readOnly }: Props): NonNullable<MenuProps['items']> => [
  { key: 'open', label: '用系统程序打开', onClick: () => actions.open(attachment) },
  { key: 'save', label: '另存为…', onClick: () => actions.saveAs(attachment) },
  ...(readOnly
    ? []
    : [
        { key: 'edit', label: '改名或改类别…', onClick: () => actions.edit(attachment) },
        { type: 'divider' as const },
        { key: 'remove', label: '移入回收站', onClick: () => actions.remove(attachment) },
      ]),
];

const detailOf = ({ role, takenOn, bytes }: AttachmentView): string =>
  [role === '' ? '' : ATTACHMENT_ROLES[role], takenOn ?? '', sizeText(bytes)].filter(Boolean).join(' · ');

/** One attachment: its picture (click to see it large), its name and what can be done with it. */
export function AttachmentCard(props: Props) {
  const { attachment, actions } = props;
  const detail = detailOf(attachment);
  return (
    <li className="attachment">
      <Thumbnail attachment={attachment} onOpen={() => actions.open(attachment)} />
      <div className="attachment-foot">
        <div className="attachment-text">
          <strong title={attachment.title}>{attachment.title}</strong>
          <span title={detail}>{detail}</span>
        </div>
        <Dropdown menu={{ items: menuOf(props) }} trigger={['click']}>
          <Button type="text" size="small" icon={<MoreOutlined />} aria-label={`${attachment.title}的操作`} />
        </Dropdown>
      </div>
    </li>
  );
}
