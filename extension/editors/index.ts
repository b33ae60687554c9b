/**
 * The editors, by technology and not by site: sites change their editors, and try out new ones on some of their users.
 *
 * To add one: a file here, a line in `EDITORS`, and a page with the real library in `tests/browser/pages`.
 */
import { draftJs } from "./draft-js.ts";
import type { Editor } from "./editor.ts";
import { prosemirror } from "./prosemirror.ts";
import { textarea } from "./textarea.ts";

export const EDITORS: readonly Editor[] = [draftJs, prosemirror, textarea];

export function editorOf(root: HTMLElement): Editor | undefined {
  return EDITORS.find((editor) => editor.matches(root));
}
