/** Edits as string arithmetic, independent of any editor. Offsets are UTF-16 code units, as in JavaScript. */
import type { EditOut } from "../../pkg/engine.js";

/** Replaces `start..end` with `insert`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** The engine's edits, in the form an editor takes. */
export function editsOf(edits: readonly EditOut[]): Edit[] {
  return edits.map(({ utf16: [start, end], insert }) => ({ start, end, insert }));
}

/** The text after the edits, which do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  let out = "";
  let done = 0;
  for (const edit of inOrder(edits)) {
    out += text.slice(done, edit.start) + edit.insert;
    done = edit.end;
  }
  return out + text.slice(done);
}

/**
 * One edit with the same effect as all of them. Every editor is given only one edit, so that a single undo takes all of
 * it back and a failure can leave nothing half done.
 */
export function asOne(text: string, edits: readonly Edit[]): Edit | undefined {
  const [first] = inOrder(edits);
  if (!first) return undefined;
  const start = first.start;
  const end = Math.max(...edits.map((edit) => edit.end));
  const inside = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return { start, end, insert: edited(text.slice(start, end), inside) };
}

/** The same edit, but if it only deletes, it also replaces one more character: an empty paste does nothing. */
export function neverEmpty(text: string, edit: Edit): Edit {
  if (edit.insert !== "") return edit;
  const before = [...text.slice(0, edit.start)].at(-1) ?? "";
  if (before !== "" && before !== "\n") return { ...edit, start: edit.start - before.length, insert: before };
  const after = [...text.slice(edit.end)][0] ?? "";
  return { ...edit, end: edit.end + after.length, insert: after };
}

/** The same edit, but extended to the end of its last line if it inserts lines: the last one takes what follows. */
export function toLineEnd(text: string, edit: Edit): Edit {
  if (!edit.insert.includes("\n")) return edit;
  const lineEnd = text.indexOf("\n", edit.end);
  const end = lineEnd < 0 ? text.length : lineEnd;
  return { ...edit, end, insert: edit.insert + text.slice(edit.end, end) };
}

/**
 * The same edit, but if it inserts lines after empty ones, it extends back to the words before them: browsers disagree
 * on what happens to an empty paragraph when others are inserted into it.
 */
export function fromWords(text: string, edit: Edit): Edit {
  if (!edit.insert.startsWith("\n")) return edit;
  const start = text.slice(0, edit.start).trimEnd().length;
  const between = text.slice(start, edit.start);
  return /^\n+$/.test(between) ? { ...edit, start, insert: between + edit.insert } : edit;
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}
