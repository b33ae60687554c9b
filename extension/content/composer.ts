/**
 * One composer: the draft in one editor, what was found in it, what the poster has answered, and whether a post is
 * held. It owns this state and shows it in the panel; it does not evaluate any rules.
 */
import type { EditOut, VerdictOut } from "../../pkg/engine.js";
import type { Action, Failure } from "../../pkg/interface.js";
import { editsOf } from "../editors/edits.ts";
import { apply, type Editor, type Outcome } from "../editors/editor.ts";
import type { Site } from "../sites/site.ts";
import { Caret } from "./caret.ts";
import { Frame } from "./frame.ts";
import { Inquiry } from "./inquiry.ts";
import { isOrphaned, Link, type Session } from "./link.ts";
import { Marks } from "./marks.ts";
import { askForReload } from "./notice.ts";
import { emptyStatus, mayGo, mayPostUnchecked, others, panelStateOf } from "./status.ts";

/** How long after the last key a draft is checked. */
const DEBOUNCE_MS = 150;

/** What a composer needs from its owner. */
export interface ComposerDelegate {
  /** The poster wants to post, using the panel's button. */
  post(composer: Composer): void;
  /** The poster should see this composer's panel and no other. */
  bringToFront(composer: Composer): void;
}

export class Composer {
  readonly root: HTMLElement;
  readonly #editor: Editor;
  readonly #site: Site;
  readonly #delegate: ComposerDelegate;
  readonly #life = new AbortController();
  readonly #frame = new Frame(this.#life.signal);
  readonly #link: Link;
  readonly #inquiry: Inquiry;
  readonly #caret: Caret;
  readonly #marks: Marks;
  readonly #status = emptyStatus();
  #text = "";
  #shown = "";
  #isActive = false;
  #isApplying = false;
  #debounce: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, editor: Editor, site: Site, delegate: ComposerDelegate) {
    this.root = root;
    this.#editor = editor;
    this.#site = site;
    this.#delegate = delegate;
    this.#caret = new Caret(root);
    this.#marks = new Marks(root, editor, this.#life.signal);
    const listener = {
      session: (session: Session) => this.#learn(session),
      action: (action: Action) => void this.#act(action),
      orphaned: askForReload,
    };
    this.#link = new Link(listener, this.#frame.panel, this.#life.signal);
    this.#inquiry = new Inquiry(root, editor, site, this.#link);
    this.#life.signal.addEventListener("abort", () => clearTimeout(this.#debounce));
    this.touched();
  }

  /** Whether the draft may be posted as it is now. */
  get mayGo(): boolean {
    return mayGo(this.#refreshed());
  }

  /** Whether the policy lets a post go out unchecked. */
  get mayPostUnchecked(): boolean {
    return mayPostUnchecked(this.#status);
  }

  get isGone(): boolean {
    return this.#life.signal.aborted;
  }

  /** The editor or something around it may have changed; if the draft has changed, it is checked. */
  touched(): void {
    const text = this.#editor.read(this.root);
    const isResting = this.#debounce === undefined;
    if (text !== this.#text) {
      this.#typed(text);
      // The first key is answered at once, and those that follow when there is a pause. The question is sent before the
      // panel is updated, which can wait.
      if (isResting) void this.check();
      this.#show();
      clearTimeout(this.#debounce);
    } else if (!isResting) return;
    this.#debounce = setTimeout(() => this.#settled(), DEBOUNCE_MS);
  }

  /** Asks about the draft as it is now. If the draft changes before the answer comes, the answer is dropped. */
  async check(): Promise<VerdictOut | "unavailable" | "superseded"> {
    const question = this.#inquiry.question(this.#status.answers);
    const key = JSON.stringify(question);
    const answer = await this.#inquiry.ask(question);
    if (this.isGone || this.#refreshed().key !== key) return "superseded";
    const status = this.#status;
    status.unavailable = "failure" in answer ? { key, failure: answer.failure } : undefined;
    if ("report" in answer) {
      status.checked = { key, report: answer.report };
      status.account = answer.report.account;
      this.#marks.report(answer.report);
    }
    this.#show();
    return "report" in answer ? answer.report.verdict : "unavailable";
  }

  /** Makes the changes in the editor. */
  async apply(edits: readonly EditOut[]): Promise<Outcome> {
    this.#isApplying = true;
    try {
      return await apply(this.#editor, this.root, editsOf(edits));
    } finally {
      this.touched();
      this.#isApplying = false;
    }
  }

  /** Stops the post from going out, and takes the poster to the reasons. */
  hold(problem?: Failure, paste?: string): void {
    const status = this.#status;
    [status.held, status.open, status.problem, status.paste] = [true, true, problem, paste];
    this.#delegate.bringToFront(this);
    this.#frame.focus();
  }

  /** The post has been handed over to the page. */
  released(): void {
    const hadFocus = this.#frame.hasFocus;
    this.#putDown();
    if (hadFocus) void this.#caret.restore();
  }

  /** The poster is about to leave the editor. */
  left(): void {
    this.#caret.save();
  }

  /** Shows this composer's panel, or hides it while the poster is using another. */
  activate(isActive: boolean): void {
    this.#isActive = isActive;
    this.#show();
  }

  dispose(): void {
    this.#life.abort();
  }

  #refreshed() {
    this.#status.key = JSON.stringify(this.#inquiry.question(this.#status.answers));
    return this.#status;
  }

  #typed(text: string): void {
    this.#marks.carry(this.#text, text);
    this.#text = text;
    const status = this.#status;
    status.problem = status.paste = undefined;
    // Once the poster goes on writing, the post is no longer held. An empty draft is a new one.
    if (!this.#isApplying) status.held = false;
    if (text === "") status.answers = [];
  }

  #settled(): void {
    this.#debounce = undefined;
    const { key, checked, unavailable } = this.#refreshed();
    if (checked?.key !== key && unavailable?.key !== key) void this.check();
  }

  /** When the policy or the profile changes, everything reported so far is out of date. */
  #learn(session: Session): void {
    const isChange = this.#status.session !== undefined;
    this.#status.session = session;
    if (!isChange) return;
    this.#status.checked = undefined;
    this.#inquiry.forget();
    void this.check();
  }

  async #act(action: Action): Promise<void> {
    const status = this.#status;
    switch (action.action) {
      case "open":
        status.open = true;
        return this.#show();
      case "close":
        this.#putDown();
        return this.#caret.restore();
      case "fix":
        return this.#fix(action.finding);
      case "show":
        return this.#marks.reveal(action.finding);
      case "answer":
        status.answers = [...others(status.answers, action.answer.finding), action.answer];
        return void this.check();
      case "take-back":
        status.answers = others(status.answers, action.finding);
        return void this.check();
      case "post":
        return this.#delegate.post(this);
      case "retry":
        return void this.check();
      case "options":
        return this.#link.openOptions();
      case "size":
        return this.#frame.resize(action.height);
    }
  }

  async #fix(finding: string): Promise<void> {
    const { key, checked } = this.#refreshed();
    const fix = checked?.key === key && checked.report.findings.find((found) => found.key === finding)?.fix;
    const hadFocus = this.#frame.hasFocus;
    const outcome = fix ? await this.apply(fix.edits) : "undone";
    if (outcome !== "done") this.#status.problem = "not-fixed";
    await this.check();
    // The editor took the focus to make the change; the poster carries on where they were.
    if (hadFocus) this.#frame.focus();
  }

  #putDown(): void {
    const status = this.#status;
    status.held = status.open = false;
    status.problem = status.paste = undefined;
    this.#show();
  }

  #show(): void {
    const { held, unavailable } = this.#refreshed();
    this.#frame.attach();
    // There is nothing to say about an empty draft, unless somebody tries to post it.
    const hasNews = this.#text !== "" || held || unavailable !== undefined;
    this.#frame.toggle(this.#isActive && hasNews && !isOrphaned());
    const state = panelStateOf(this.#status, this.#site);
    const json = JSON.stringify(state);
    if (json === this.#shown) return;
    this.#shown = json;
    const shown = this.#link.show(state);
    // A background that cannot answer may not be able to pass this on either.
    if (state.check === "not-checked") this.#frame.tell(shown);
  }
}
