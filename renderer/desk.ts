import type { DeskBridge } from '../db/model/desk.ts';

declare global {
  interface Window {
    readonly desk: DeskBridge;
  }
}

/** The shell's bridge: pickers, printing, menu commands, restart. */
export const desk: DeskBridge = window.desk;
