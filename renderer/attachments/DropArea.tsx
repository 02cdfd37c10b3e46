import { type DragEvent, type ReactNode, useState } from 'react';
import type { PickedPath } from '../../db/model/desk.ts';
import { desk } from '../desk.ts';

interface Props {
  readonly disabled: boolean;
  readonly onDropped: (files: readonly PickedPath[]) => void;
  readonly children: ReactNode;
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Takes files dragged from the system's folders. The window hands them on unopened and gets tokens back. */
export function DropArea({ disabled, onDropped, children }: Props) {
  const [over, setOver] = useState(false);
  const drop = async (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setOver(false);
    const files = await desk.takeDropped([...event.dataTransfer.files]);
    if (files.length > 0) onDropped(files);
  };
  if (disabled) return <>{children}</>;
  return (
    // Dragging is a short cut for the mouse; the buttons above do the same from the keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className={over ? 'drop-area is-over' : 'drop-area'}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      {children}
    </div>
  );
}
