import { CompositeDecorator, type ContentBlock, ContentState, EditorState } from "draft-js";
import type { ReactNode } from "react";

/** X puts links, hashtags and mentions in separate spans, which splits the text into several nodes. */
const decorator = new CompositeDecorator([
  {
    strategy: (block: ContentBlock, found: (start: number, end: number) => void) => {
      for (const match of block.getText().matchAll(/https?:\/\/\S+|[#@]\w+/gu)) {
        found(match.index, match.index + match[0].length);
      }
    },
    component: ({ children }: { children: ReactNode }) => <span className="entity">{children}</span>,
  },
]);

/** An empty draft. */
export function emptyDraft(): EditorState {
  return EditorState.createEmpty(decorator);
}

/** The same editor with its draft removed, as after posting. */
export function cleared(state: EditorState): EditorState {
  const content = ContentState.createFromText("");
  return EditorState.moveFocusToEnd(EditorState.push(state, content, "remove-range"));
}

/** The draft as X would post it. */
export function draftText(state: EditorState): string {
  return state.getCurrentContent().getPlainText("\n");
}

/** Where the caret is, counted from the start of the draft. */
export function draftCaret(state: EditorState): number {
  const selection = state.getSelection();
  let before = 0;
  for (const block of state.getCurrentContent().getBlocksAsArray()) {
    if (block.getKey() === selection.getFocusKey()) return before + selection.getFocusOffset();
    before += block.getLength() + 1;
  }
  return before;
}
