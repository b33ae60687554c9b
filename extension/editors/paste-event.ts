/** The event by which the content script asks `content/page_world.ts` to paste a text; `detail` is the text. */
export const PASTE_EVENT = "countersign-paste";
