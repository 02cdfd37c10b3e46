import { PictureOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Image } from 'antd';
import { useMemo } from 'react';
import { attachmentSubject, subjectParts } from '../../db/model/attachments.ts';
import type { AttachmentView } from '../../db/model/contract/attachments.ts';
import type { SheetView } from '../../db/model/contract/scoring.ts';
import type { ScoreItem } from '../../db/model/scoring/table.ts';
import { api } from '../api.ts';
import { PhotosModal } from '../attachments/PhotosModal.tsx';
import { usePreview } from '../attachments/previews.ts';

/** The photos of a sheet's lines, by item. */
export type LinePhotosOf = ReadonlyMap<string, readonly AttachmentView[]>;

/** Asked for once a sheet, not once a line. */
export function useLinePhotos({ id, workshopId }: SheetView): LinePhotosOf {
  const { data } = useQuery(api.attachments.list.queryOptions({ input: { workshopId } }));
  return useMemo(() => {
    const found = new Map<string, readonly AttachmentView[]>();
    for (const one of data ?? []) {
      const { kind, id: sheet, line } = subjectParts(one.subject);
      if (kind === 'scoreLine' && sheet === id) found.set(line, [...(found.get(line) ?? []), one]);
    }
    return found;
  }, [data, id]);
}

function Small({ photo }: { readonly photo: AttachmentView }) {
  const preview = usePreview(photo.id, photo.previewable);
  if (preview.kind !== 'shown') return null;
  return <Image src={preview.url} alt={photo.title} classNames={{ root: 'line-photo' }} />;
}

interface ButtonProps {
  readonly item: ScoreItem;
  readonly count: number;
  readonly onOpen: () => void;
}

/** Opens the photos of one line, as P does on its row. */
export const PhotosButton = ({ item, count, onOpen }: ButtonProps) => (
  <Button
    size="small"
    type="text"
    tabIndex={-1}
    icon={<PictureOutlined />}
    aria-label={`${item.code}的照片`}
    title="照片（P）"
    onClick={onOpen}
  >
    {count === 0 ? null : count}
  </Button>
);

/** The photos of one line as small pictures. */
export const LinePhotos = ({ photos }: { readonly photos: readonly AttachmentView[] }) =>
  photos.length === 0 ? null : (
    <Flex gap={4} wrap>
      <Image.PreviewGroup>
        {photos.map((photo) => (
          <Small key={photo.id} photo={photo} />
        ))}
      </Image.PreviewGroup>
    </Flex>
  );

interface ModalProps {
  readonly sheet: SheetView;
  readonly item: ScoreItem;
  readonly onClose: () => void;
}

/** The photos of one line: seen, added, removed. */
export const LinePhotosModal = ({ sheet, item, onClose }: ModalProps) => (
  <PhotosModal
    title={item.code}
    text={item.content}
    subject={attachmentSubject('scoreLine', sheet.id, item.id)}
    roles={['site']}
    emptyText="还没有照片。扣分的问题请拍照留存，打印的评分表上会注明留存几张。"
    onClose={onClose}
  />
);
