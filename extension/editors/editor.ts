/** What must be possible in every kind of editor, and the one way of making a change in any of them. */
import { asOne, type Edit, edited } from "./edits.ts";
import { becomes, nextTask } from "./wait.ts";

export interface Editor {
  readonly id: string;
  matches(root: HTMLElement): boolean;
  read(root: HTMLElement): string;
  /** The DOM range of a stretch of the text; undefined where the browser does not expose the text, as in a textarea. */
  range(root: HTMLElement, start: number, end: number): Range | undefined;
  /** The edit in the form that works best in this editor. */
  prepare(text: string, edit: Edit): Edit;
  /** Selects the text that the edit replaces, and resolves once the editor knows about the selection. */
  select(root: HTMLElement, edit: Edit): Promise<void>;
  /** Replaces the selection, in more than one task if need be. */
  replace(root: HTMLElement, insert: string): void | Promise<void>;
  undo(root: HTMLElement): void;
  redo(root: HTMLElement): void;
}

/** How a change ended. */
export type Outcome = "done" | "undone" | "damaged";

/**
 * Makes the changes in the editor and reads back the result. If it is not exactly what was asked for, the change is
 * undone once; no second technique is tried, since some editors apply the first one late.
 */
export async function apply(editor: Editor, root: HTMLElement, edits: readonly Edit[]): Promise<Outcome> {
  const before = editor.read(root);
  const edit = asOne(before, edits);
  if (!edit) return "done";
  const after = edited(before, edits);
  const prepared = editor.prepare(before, edit);

  root.focus({ preventScroll: true });
  await nextTask();
  await editor.select(root, prepared);
  if (editor.read(root) !== before) return "undone";
  await tryReplace(editor, root, prepared.insert);
  if (await reads(editor, root, after)) return "done";

  if (editor.read(root) !== before) editor.undo(root);
  if (await reads(editor, root, before)) return "undone";
  // The undo took back more than our change. Nothing that the poster wrote may be lost.
  editor.redo(root);
  return "damaged";
}

/** A page's own code can make an editing command throw; the text is then unchanged, and is read back as usual. */
async function tryReplace(editor: Editor, root: HTMLElement, insert: string): Promise<void> {
  try {
    await editor.replace(root, insert);
  } catch (error) {
    console.error(`The ${editor.id} editor refused a change.`, error);
  }
}

/** Whether the editor comes to hold this text, and still holds it once it has finished its own work. */
async function reads(editor: Editor, root: HTMLElement, text: string): Promise<boolean> {
  const isThere = () => editor.read(root) === text;
  if (!(await becomes(root, isThere))) return false;
  await nextTask();
  return isThere();
}
