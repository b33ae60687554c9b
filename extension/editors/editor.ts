/** What an editor technology has to be able to do, and the one way a change is made in any of them. */
import { asOne, type Edit, edited } from "./edits.ts";
import { becomes, nextTask } from "./wait.ts";

export interface Editor {
  readonly id: string;
  matches(root: HTMLElement): boolean;
  read(root: HTMLElement): string;
  /** The DOM range of a stretch of the text; none where the browser keeps the text to itself, as in a textarea. */
  range(root: HTMLElement, start: number, end: number): Range | undefined;
  /** The edit as this editor takes it best. */
  prepare(text: string, edit: Edit): Edit;
  /** Selects what the edit replaces, and resolves once the editor knows of the selection. */
  select(root: HTMLElement, edit: Edit): Promise<void>;
  /** Replaces the selection, in more than one task if need be. */
  replace(root: HTMLElement, insert: string): void | Promise<void>;
  undo(root: HTMLElement): void;
  redo(root: HTMLElement): void;
}

/** How a change has ended. */
export type Outcome = "done" | "undone" | "damaged";

/**
 * Makes the changes in the editor and reads back what it made of them. If that is not exactly what was asked for, the
 * change is undone once; no second technique is tried, since some editors take up the first one late.
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
  // The editor's last step was more than our change. Nothing that the poster wrote may be lost.
  editor.redo(root);
  return "damaged";
}

/** A page's own code can make an editing command throw; then the text has not changed, which is read back like the rest. */
async function tryReplace(editor: Editor, root: HTMLElement, insert: string): Promise<void> {
  try {
    await editor.replace(root, insert);
  } catch (error) {
    console.error(`The ${editor.id} editor refused a change.`, error);
  }
}

/** Whether the editor comes to hold this text and still holds it once it has finished what it had under way. */
async function reads(editor: Editor, root: HTMLElement, text: string): Promise<boolean> {
  const isThere = () => editor.read(root) === text;
  if (!(await becomes(root, isThere))) return false;
  await nextTask();
  return isThere();
}
