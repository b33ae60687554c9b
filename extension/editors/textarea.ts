/** A textarea, plain or controlled by React: `insertText` makes one undo step and tells every listener. */
import type { Editor } from "./editor.ts";

export const textarea: Editor = {
  id: "textarea",
  matches: (root) => root instanceof HTMLTextAreaElement,
  read: (root) => field(root).value,
  range: () => undefined,
  prepare: (_, edit) => edit,
  select(root, { start, end }) {
    field(root).setSelectionRange(start, end);
    return Promise.resolve();
  },
  replace(_, insert) {
    document.execCommand(insert === "" ? "delete" : "insertText", false, insert);
  },
  undo() {
    document.execCommand("undo");
  },
  redo() {
    document.execCommand("redo");
  },
};

function field(root: HTMLElement): HTMLTextAreaElement {
  if (root instanceof HTMLTextAreaElement) return root;
  throw new TypeError("The textarea editor was given another element.");
}
