/** What the content script under measurement (`content.ts`) tells who measures it (`keystroke.ts`). */

/** The mark in the page's timeline when something has been highlighted. */
export const DRAWN = "countersign-drawn";

/** What it says besides its moment: how many places of the page are highlighted now. */
export interface Drawn {
  places: number;
}
