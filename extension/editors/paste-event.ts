/** The event with which the content script asks `content/page_world.ts` to paste a text; the text is in `detail`. */
export const PASTE_EVENT = "countersign-paste";
