import { useCallback, useState } from 'react';

type BoxRef = (element: HTMLDivElement | null) => (() => void) | undefined;

interface Size {
  readonly width: number;
  readonly height: number;
}

const NOTHING: Size = { width: 0, height: 0 };

/** The size of an element, kept up to date from when it is shown: virtual tables need numbers. */
export function useBoxSize(): [BoxRef, Size] {
  const [size, setSize] = useState(NOTHING);
  const box: BoxRef = useCallback((element) => {
    if (!element) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, size];
}
