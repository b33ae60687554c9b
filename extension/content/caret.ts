/**
 * Remembers where the caret was when the poster left an editor. Some editors drop their selection when they lose the
 * focus, and would put the caret back at the start.
 */
import { nextTask, select } from "../editors/wait.ts";

export class Caret {
  readonly #root: HTMLElement;
  #range: Range | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  save(): void {
    const selection = document.getSelection();
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    this.#range = range && this.#root.contains(range.startContainer) ? range.cloneRange() : undefined;
  }

  /** Gives the editor the focus again, with the caret where it was if those words are still there. */
  async restore(): Promise<void> {
    const range = this.#range;
    this.#root.focus();
    await nextTask();
    if (range && this.#root.contains(range.startContainer)) await select(range);
  }
}
