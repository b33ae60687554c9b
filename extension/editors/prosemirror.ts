/**
 * ProseMirror, and TipTap on top of it. It reads the DOM back after the browser's own editing commands. Lines go in as
 * HTML, which it takes as paragraphs; its handling of pasted text drops blank lines on some sites.
 */
import { toLineEnd } from "./edits.ts";
import type { Editor } from "./editor.ts";
import { pressUndo } from "./keys.ts";
import { walk } from "./text-walk.ts";
import { select } from "./wait.ts";

const LINES = {
  line: "p, h1, h2, h3, h4, h5, h6, li, blockquote, pre",
  ignored: ".ProseMirror-trailingBreak, .ProseMirror-separator, .ProseMirror-widget",
};

export const prosemirror: Editor = {
  id: "prosemirror",
  matches: (root) => root.classList.contains("ProseMirror"),
  read: (root) => walk(root, LINES).text,
  range: (root, start, end) => walk(root, LINES).range(start, end),
  prepare: toLineEnd,
  select: (root, { start, end }) => select(walk(root, LINES).range(start, end)),
  replace(_, insert) {
    const [first = "", ...lines] = insert.split("\n");
    if (first !== "" || isSelecting())
      document.execCommand(first === "" ? "delete" : "insertText", false, first);
    if (lines.length > 0) document.execCommand("insertHTML", false, lines.map(paragraph).join(""));
  },
  undo: pressUndo,
};

function isSelecting(): boolean {
  return document.getSelection()?.isCollapsed === false;
}

function paragraph(line: string): string {
  return `<p>${escaped(line) || "<br>"}</p>`;
}

function escaped(text: string): string {
  const element = document.createElement("p");
  element.textContent = text;
  return element.innerHTML;
}
