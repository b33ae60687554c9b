/** Bluesky's composer: TipTap on ProseMirror inside Bluesky's markup, in a dialog as on `/intent/compose`. */
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { History } from "@tiptap/extension-history";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Placeholder } from "@tiptap/extension-placeholder";
import { Text } from "@tiptap/extension-text";
import { closeHistory } from "@tiptap/pm/history";
import { Fragment, Slice } from "@tiptap/pm/model";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { type MouseEvent, type ReactNode, useState } from "react";
import { createRoot } from "react-dom/client";
import { handle, type PostedBy, send, startBench } from "./bench.ts";
import { Avatar, Timeline } from "./parts.tsx";

const NAME = "Department for Example";
const sent: string[] = [];
let newest: Editor | null = null;

/** As data, because parsing a string of HTML is forbidden by the page's Trusted Types. */
const EMPTY = { type: "doc", content: [{ type: "paragraph" }] };

/** The draft as Bluesky would post it: one line per paragraph. */
function draftText(editor: Editor | null): string {
  const doc = editor?.state.doc;
  return doc ? doc.textBetween(0, doc.content.size, "\n", "\n") : "";
}

/** Where the caret is, counted from the start of the draft. */
function draftCaret(editor: Editor | null): number {
  return editor ? editor.state.doc.textBetween(0, editor.state.selection.head, "\n", "\n").length : 0;
}

function useComposer(post: (by: PostedBy, event: Event) => void): Editor | null {
  return useEditor({
    extensions: [
      Document,
      Paragraph,
      Text,
      HardBreak,
      History,
      Placeholder.configure({ placeholder: "What’s up?" }),
    ],
    content: EMPTY,
    injectCSS: false,
    autofocus: "end",
    editorProps: {
      attributes: { class: "ProseMirror-light", "aria-label": "Rich-text editor" },
      handleKeyDown: (_, event) => {
        if (event.code !== "Enter" || !(event.ctrlKey || event.metaKey)) return false;
        post("shortcut", event);
        return true;
      },
      // As on Bluesky, so that a blank line in pasted text is kept.
      clipboardTextParser: (text, context) => {
        const { schema } = context.doc.type;
        const lines = text.split(/\r\n?|\n/);
        const blocks = lines.map((line) =>
          schema.nodes["paragraph"]?.create(null, line ? schema.text(line) : null),
        );
        return Slice.maxOpen(Fragment.fromArray(blocks.filter((block) => block !== undefined)));
      },
    },
  });
}

function Composer({ onPosted }: { onPosted: () => void }): ReactNode {
  async function post(by: PostedBy, event: Event): Promise<void> {
    const text = draftText(newest);
    if (text.trim() === "") return;
    if (!(await send(text, by, event))) return;
    sent.unshift(text);
    newest?.chain().setContent(EMPTY, true).focus().run();
    onPosted();
  }
  const editor = useComposer((by, event) => void post(by, event));
  newest = editor;
  const empty = draftText(editor).trim() === "";
  return (
    <div role="dialog" aria-modal="true" aria-label="Compose post" className="dialog">
      <div data-testid="composePostView">
        <div className="toolbar">
          <button type="button" className="plain">
            Cancel
          </button>
          <button
            type="button"
            className="primary"
            data-testid="composerPublishBtn"
            aria-label="Publish post"
            aria-disabled={empty ? "true" : undefined}
            disabled={empty}
            onClick={(event: MouseEvent) => void post("click", event.nativeEvent)}
          >
            Post
          </button>
        </div>
        <div className="composer-row">
          <Avatar name={NAME} />
          <EditorContent editor={editor} className="rich-text" />
        </div>
      </div>
    </div>
  );
}

function App(): ReactNode {
  const [, setPosted] = useState(0);
  return (
    <div className="columns">
      <header className="navigation">
        <nav aria-label="Primary">
          <a href="#home">Home</a>
          <a href="#search">Search</a>
          <a href="#feeds">Feeds</a>
          <a href={`/profile/${handle("dfexample.bsky.social")}`} aria-label="Profile">
            Profile
          </a>
        </nav>
      </header>
      <main>
        <h1>Following</h1>
        <Timeline sent={sent} />
      </main>
      <div className="backdrop">
        <Composer onPosted={() => setPosted((count) => count + 1)} />
      </div>
    </div>
  );
}

startBench(
  {
    text: () => draftText(newest),
    caret: () => draftCaret(newest),
    pause: () => newest?.view.dispatch(closeHistory(newest.state.tr)),
  },
  '[data-testid="composerPublishBtn"]',
);
const root = document.getElementById("react-root");
if (root) createRoot(root).render(<App />);
