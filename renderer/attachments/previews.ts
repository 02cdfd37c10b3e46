import { useEffect, useState } from 'react';
import type { AttachmentId } from '../../db/model/ids.ts';
import { client } from '../api.ts';

/** Previews never change, so they are fetched once, whatever else is asked for anew. The oldest go first. */
const MOST = 200;
const known = new Map<AttachmentId, Promise<string | null>>();

async function fetched(id: AttachmentId): Promise<string | null> {
  const preview = await client.attachments.preview({ id });
  if (preview === null) return null;
  return URL.createObjectURL(new Blob([new Uint8Array(preview.bytes)], { type: preview.mediaType }));
}

function forgetOldest(): void {
  for (const [id, url] of known) {
    if (known.size <= MOST) return;
    known.delete(id);
    void url.then((address) => address !== null && URL.revokeObjectURL(address));
  }
}

function previewUrl(id: AttachmentId): Promise<string | null> {
  const before = known.get(id);
  if (before) return before;
  const url = fetched(id);
  known.set(id, url);
  // A failure is not kept: the file may come back with a restored backup.
  url.catch(() => known.delete(id));
  forgetOldest();
  return url;
}

type PreviewState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown'; readonly url: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed' };

/** The picture of an attachment, as an address the window can show. */
export function usePreview(id: AttachmentId, previewable: boolean): PreviewState {
  const [state, setState] = useState<PreviewState>({ kind: previewable ? 'loading' : 'none' });
  useEffect(() => {
    if (!previewable) return;
    let wanted = true;
    const settle = (next: PreviewState) => wanted && setState(next);
    previewUrl(id).then(
      (url) => settle(url === null ? { kind: 'none' } : { kind: 'shown', url }),
      () => settle({ kind: 'failed' }),
    );
    return () => {
      wanted = false;
    };
  }, [id, previewable]);
  return state;
}
