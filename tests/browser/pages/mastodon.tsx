/**
 * Mastodon's composer: a React-controlled textarea in a form. `?in_reply_to=…` is a reply; `?editor=plain` has the same
 * form around a textarea that no framework controls.
 */
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { handle, parameter, type PostedBy, send, startBench } from "./bench.ts";
import { Avatar, Timeline } from "./parts.tsx";

const NAME = "Department for Example";
const replyTo = parameter("in_reply_to");
const controlled = parameter("editor") !== "plain";
const sent: string[] = [];

/** The draft in React's state; an uncontrolled textarea is its own model. */
let model = "";
const textarea = () => document.querySelector<HTMLTextAreaElement>("textarea.autosuggest-textarea__textarea");
const draftText = () => (controlled ? model : (textarea()?.value ?? ""));

function useDraft(onPosted: () => void) {
  const [text, setText] = useState("");
  const change = (next: string) => setText((model = next));
  const post = async (by: PostedBy, event: Event) => {
    const posted = draftText();
    if (posted.trim() === "") return;
    if (!(await send(posted, by, event))) return;
    sent.unshift(posted);
    change("");
    const element = textarea();
    if (element && !controlled) element.value = "";
    onPosted();
  };
  return { text, change, post };
}

function Composer({ onPosted }: { onPosted: () => void }): ReactNode {
  const { text, change, post } = useDraft(onPosted);
  const field = useRef<HTMLTextAreaElement>(null);

  function submit(event: FormEvent): void {
    event.preventDefault();
    // Mastodon reads the field again, for extensions that write into it.
    if (field.current && field.current.value !== text) change(field.current.value);
    void post("submit", event.nativeEvent);
  }
  function keyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void post("shortcut", event.nativeEvent);
  }
  const value = controlled ? { value: text } : {};
  return (
    <form className="compose-form" onSubmit={submit}>
      {replyTo ? (
        <div className="reply-indicator">
          <p className="quiet">Replying to @harbourcouncil</p>
          <p>The swimming pool opens again on Monday at 7am.</p>
        </div>
      ) : null}
      <textarea
        ref={field}
        className="autosuggest-textarea__textarea"
        aria-label="What’s on your mind?"
        placeholder="What’s on your mind?"
        rows={6}
        {...value}
        onChange={(event) => change(event.target.value)}
        onKeyDown={keyDown}
      />
      <div className="compose-form__actions">
        <span className="tools" aria-hidden="true">
          ▣ ☺ ☰
        </span>
        <div className="compose-form__submit">
          <button type="submit" className="button primary" disabled={text.trim() === ""}>
            {replyTo ? "Reply" : "Post"}
          </button>
        </div>
      </div>
    </form>
  );
}

function App(): ReactNode {
  const [, setPosted] = useState(0);
  return (
    <div className="columns">
      <div className="drawer">
        <div className="navigation-bar">
          <Avatar name={NAME} />
          <span className="display-name">
            <strong className="display-name__html">{NAME}</strong>
            <br />
            <span className="display-name__account quiet">@{handle("DfExample")}</span>
          </span>
        </div>
        <Composer onPosted={() => setPosted((count) => count + 1)} />
      </div>
      <main>
        <h1>Home</h1>
        <Timeline sent={sent} />
      </main>
    </div>
  );
}

startBench(
  { text: draftText, caret: () => textarea()?.selectionEnd ?? 0, pause: () => undefined },
  '.compose-form__submit button[type="submit"]',
);
const root = document.getElementById("react-root");
if (root) createRoot(root).render(<App />);
