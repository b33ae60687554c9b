/** What the content script being measured (`content.ts`) tells the script that measures it (`keystroke.ts`). */

/** The mark in the page's timeline when something has been highlighted. */
export const DRAWN = "countersign-drawn";

/** What the mark says as well as its time: how many places on the page are now highlighted. */
export interface Drawn {
  places: number;
}
