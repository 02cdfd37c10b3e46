import { useEffect, useState } from 'react';
import { PdfPage } from './PdfPage.tsx';
import type { ShownPdf } from './usePdf.ts';

export type Zoom = number | 'width';

interface Props {
  readonly pdf: ShownPdf;
  /** A factor of the real size, or as wide as there is room. */
  readonly zoom: Zoom;
}

const ROOM_AT_THE_SIDES = 32;
const NARROWEST = 160;

function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** All pages of a PDF, one below the other, in their own scrolling frame. */
export function PdfPages({ pdf, zoom }: Props) {
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const width = useWidth(frame);
  const widest = Math.max(1, ...pdf.sizes.map((size) => size.width));
  const factor = zoom === 'width' ? Math.max(NARROWEST, width - ROOM_AT_THE_SIDES) / widest : zoom;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={setFrame} className="pdf-pages" tabIndex={0} aria-label="页面">
      {width > 0 &&
        pdf.sizes.map((size, index) => (
          <PdfPage
            // Pages have no other identity than their number.
            key={index.toString()}
            document={pdf.document}
            pageNumber={index + 1}
            size={size}
            zoom={factor}
          />
        ))}
    </section>
  );
}
