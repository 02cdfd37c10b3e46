import { useEffect, useState } from 'react';
import { openPdf, type PageSize, type PDFDocumentProxy, pageSizes } from './pdf.ts';

export interface ShownPdf {
  readonly document: PDFDocumentProxy;
  readonly sizes: readonly PageSize[];
}

interface OpenedPdf {
  readonly pdf: ShownPdf | undefined;
  readonly failed: boolean;
}

async function open(bytes: Uint8Array): Promise<ShownPdf> {
  const document = await openPdf(bytes);
  return { document, sizes: await pageSizes(document) };
}

/**
 * The opened PDF of these bytes. While new bytes are being opened the old document stays, so that a preview is
 * never blank between two versions.
 */
export function usePdf(bytes: Uint8Array | undefined): OpenedPdf {
  const [opened, setOpened] = useState<OpenedPdf>({ pdf: undefined, failed: false });
  useEffect(() => {
    if (!bytes) return;
    let current = true;
    open(bytes).then(
      (pdf) => {
        if (current) setOpened({ pdf, failed: false });
        else void pdf.document.destroy();
      },
      () => {
        if (current) setOpened({ pdf: undefined, failed: true });
      },
    );
    return () => {
      current = false;
    };
  }, [bytes]);
  useEffect(() => {
    const { pdf } = opened;
    return () => {
      if (pdf) void pdf.document.destroy();
    };
  }, [opened]);
  return opened;
}
