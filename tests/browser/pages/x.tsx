/**
 * X's composer: Draft.js inside X's markup. `/home` has the composer in the timeline, `/compose/post` in a dialog,
 * `/compose/post?in_reply_to=…` in a dialog that replies.
 */
import { Editor, type EditorState, getDefaultKeyBinding } from "draft-js";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { handle, parameter, type PostedBy, send, startBench } from "./bench.ts";
import { Avatar, Timeline } from "./parts.tsx";
import { cleared, draftCaret, draftText, emptyDraft } from "./x-draft.tsx";

const NAME = "Department for Example";
const inDialog = location.pathname.includes("/compose/");
const replyTo = parameter("in_reply_to");

let newest: EditorState = emptyDraft();
const sent: string[] = [];

function Composer({ button, onPosted }: { button: string; onPosted: () => void }): ReactNode {
  const [state, setState] = useState(newest);
  const editor = useRef<Editor>(null);
  const show = (next: EditorState) => setState((newest = next));
  const text = draftText(state);
  const empty = text.trim() === "";

  async function post(by: PostedBy, event: Event): Promise<void> {
    if (draftText(newest).trim() === "") return;
    const posted = draftText(newest);
    if (!(await send(posted, by, event))) return;
    sent.unshift(posted);
    show(cleared(newest));
    onPosted();
  }
  function onKey(event: KeyboardEvent): string | null {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return getDefaultKeyBinding(event);
    void post("shortcut", event.nativeEvent);
    return null;
  }
  return (
    <div className="composer">
      <div className="composer-row">
        <Avatar name={NAME} />
        <div data-testid="tweetTextarea_0RichTextInputContainer" className="rich-text">
          {replyTo ? (
            <p className="quiet">
              Replying to <a href="#harbour">@harbourcouncil</a>
            </p>
          ) : null}
          <div data-testid="tweetTextarea_0_label">
            <Editor
              ref={editor}
              editorState={state}
              onChange={show}
              keyBindingFn={onKey}
              placeholder={replyTo ? "Post your reply" : "What is happening?!"}
              ariaLabel="Post text"
              role="textbox"
              webDriverTestID="tweetTextarea_0"
            />
          </div>
        </div>
      </div>
      <div data-testid="toolBar" className="toolbar">
        <span className="tools" aria-hidden="true">
          ▣ ☺ ☰
        </span>
        <button
          type="button"
          className="primary"
          data-testid={button}
          aria-disabled={empty ? "true" : undefined}
          disabled={empty}
          onClick={(event: MouseEvent) => void post("click", event.nativeEvent)}
        >
          {replyTo ? "Reply" : "Post"}
        </button>
      </div>
    </div>
  );
}

function Navigation(): ReactNode {
  const account = handle("DfExample");
  return (
    <header className="navigation">
      <nav aria-label="Primary">
        <a href="#home">Home</a>
        <a href="#explore">Explore</a>
        <a href="#messages">Messages</a>
        <a href={`/${account}`} data-testid="AppTabBar_Profile_Link">
          Profile
        </a>
      </nav>
      <button
        type="button"
        className="account"
        data-testid="SideNav_AccountSwitcher_Button"
        aria-label="Account menu"
      >
        <span data-testid={`UserAvatar-Container-${account}`}>
          <Avatar name={NAME} />
        </span>
        <span>
          <strong>{NAME}</strong>
          <br />
          <span className="quiet">@{account}</span>
        </span>
      </button>
    </header>
  );
}

function App(): ReactNode {
  const [, setPosted] = useState(0);
  const onPosted = () => setPosted((count) => count + 1);
  const dialog = (
    <div className="backdrop">
      <div role="dialog" aria-modal="true" aria-label={replyTo ? "Reply" : "New post"} className="dialog">
        <Composer button="tweetButton" onPosted={onPosted} />
      </div>
    </div>
  );
  return (
    <div className="columns">
      <Navigation />
      <main>
        <h1>Home</h1>
        {inDialog ? null : <Composer button="tweetButtonInline" onPosted={onPosted} />}
        <Timeline sent={sent} />
      </main>
      {inDialog ? dialog : null}
    </div>
  );
}

startBench(
  { text: () => draftText(newest), caret: () => draftCaret(newest), pause: () => undefined },
  '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]',
);
const root = document.getElementById("react-root");
if (root) createRoot(root).render(<App />);
