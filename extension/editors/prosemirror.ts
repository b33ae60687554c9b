/**
 * ProseMirror, and TipTap on top of it. It reads the DOM back after the browser's own editing commands. Lines are
 * inserted as HTML, which it takes as paragraphs; its handling of pasted text drops blank lines on some sites.
 */
import { fromWords, toLineEnd } from "./edits.ts";
import type { Editor } from "./editor.ts";
import { pressRedo, pressUndo } from "./keys.ts";
import { walk } from "./text-walk.ts";
import { nextTask, select } from "./wait.ts";

const LINES = {
  line: "p, h1, h2, h3, h4, h5, h6, li, blockquote, pre",
  ignored: ".ProseMirror-trailingBreak, .ProseMirror-separator, .ProseMirror-widget",
};

export const prosemirror: Editor = {
  id: "prosemirror",
  matches: (root) => root.classList.contains("ProseMirror"),
  read: (root) => walk(root, LINES).text,
  range: (root, start, end) => walk(root, LINES).range(start, end),
  prepare: (text, edit) => fromWords(text, toLineEnd(text, edit)),
  select: (root, { start, end }) => select(walk(root, LINES).range(start, end)),
  async replace(_, insert) {
    const [first = "", ...lines] = insert.split("\n");
    if (first !== "") document.execCommand("insertText", false, first);
    else if (document.getSelection()?.isCollapsed === false) document.execCommand("delete");
    while (lines.length > 0) {
      // It reads a command's changes to its paragraphs when the DOM observers run; the next command needs the result.
      await nextTask();
      insertLines(lines);
    }
  },
  undo: pressUndo,
  redo: pressRedo,
};

/**
 * Takes from the lines as many as one command can insert. Browsers join the words of a first paragraph to the line with
 * the caret, so a person's way of starting such a line has to be imitated; from an empty line on, all the rest can be
 * inserted at once.
 */
function insertLines(lines: string[]): void {
  if (lines[0] === "") document.execCommand("insertHTML", false, lines.splice(0).map(paragraph).join(""));
  else if (document.execCommand("insertParagraph")) document.execCommand("insertText", false, lines.shift());
  else lines.length = 0;
}

function paragraph(line: string): string {
  return `<p>${escaped(line) || "<br>"}</p>`;
}

function escaped(text: string): string {
  const element = document.createElement("p");
  element.textContent = text;
  return element.innerHTML;
}
