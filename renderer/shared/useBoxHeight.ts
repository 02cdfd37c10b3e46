import { useCallback, useState } from 'react';

type BoxRef = (element: HTMLDivElement | null) => (() => void) | undefined;

/** The height of an element, kept up to date from when it is shown: virtual tables need a number. */
export function useBoxHeight(): [BoxRef, number] {
  const [height, setHeight] = useState(0);
  const box: BoxRef = useCallback((element) => {
    if (!element) return;
    setHeight(element.clientHeight);
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, height];
}
