/**
 * Draft.js. The browser's editing commands corrupt its text when there is more than one line; its own handling of
 * pasted text is exact. In Firefox, only the page's world can fill the clipboard of a synthetic paste event, so
 * `content/page_world.ts` does that.
 */
import { neverEmpty } from "./edits.ts";
import type { Editor } from "./editor.ts";
import { pressRedo, pressUndo } from "./keys.ts";
import { PASTE_EVENT } from "./paste-event.ts";
import { walk } from "./text-walk.ts";
import { select } from "./wait.ts";

const LINES = { line: '[data-block="true"]', ignored: "br" };

export const draftJs: Editor = {
  id: "draft-js",
  matches: (root) => root.querySelector('[data-contents="true"]') !== null,
  read: (root) => walk(root, LINES).text,
  range: (root, start, end) => walk(root, LINES).range(start, end),
  prepare: neverEmpty,
  select: (root, { start, end }) => select(walk(root, LINES).range(start, end)),
  replace(root, insert) {
    root.dispatchEvent(new CustomEvent(PASTE_EVENT, { bubbles: true, composed: true, detail: insert }));
  },
  undo: pressUndo,
  redo: pressRedo,
};
