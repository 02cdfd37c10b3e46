import { useEffect, useRef, useState } from 'react';
import { drawPage, type PageSize, type PDFDocumentProxy, screenDotsPerInch } from './pdf.ts';

interface Props {
  readonly document: PDFDocumentProxy;
  readonly pageNumber: number;
  readonly size: PageSize;
  readonly zoom: number;
}

/** True once the element came near the part that is on the screen: long papers draw only what is looked at. */
function useSeen(element: React.RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!element.current || seen) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: '600px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, seen]);
  return seen;
}

/** One page. The old picture stays until the new one is ready. */
export function PdfPage({ document, pageNumber, size, zoom }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const seen = useSeen(canvas);
  useEffect(() => {
    if (!seen) return;
    const abort = new AbortController();
    drawPage(document, pageNumber, screenDotsPerInch(zoom), { signal: abort.signal }).then(
      (drawn) => {
        const shown = canvas.current;
        if (!shown || abort.signal.aborted) return;
        shown.width = drawn.width;
        shown.height = drawn.height;
        shown.getContext('2d')?.drawImage(drawn, 0, 0);
      },
      (error: unknown) => {
        // Stopped because a newer drawing took its place; anything else is a bug and must be seen.
        if (!abort.signal.aborted) throw error;
      },
    );
    return () => abort.abort();
  }, [document, pageNumber, zoom, seen]);
  return (
    <canvas
      ref={canvas}
      className="pdf-page"
      role="img"
      aria-label={`第${pageNumber}页，共${document.numPages}页`}
      style={{ width: size.width * zoom, height: size.height * zoom }}
    />
  );
}
