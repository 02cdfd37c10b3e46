import { useEffect, useState } from 'react';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import { PaperFrame } from './PaperFrame.tsx';
import { usePaper } from './usePaper.ts';

/** Long enough that a word is finished, short enough that the paper seems to follow. */
const TYPING_PAUSE_MS = 900;

/** The value as it was after the last pause. */
function usePaused<T>(value: T, pause: number): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return paused;
}

interface Props {
  /** Keep the object the same while the paper would not change. */
  readonly refs: PaperRef;
}

/** The paper being made, beside the form it is made from: follows the typing after a pause, never goes blank. */
export function LivePreview({ refs }: Props) {
  const paper = usePaper(usePaused(refs, TYPING_PAUSE_MS));
  return <PaperFrame paper={paper} zoom="width" />;
}
