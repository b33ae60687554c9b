/**
 * A composer's link to the background: one port, opened when there is something to say. The browser puts an idle
 * background to sleep and closes its ports; the next message opens another port, which starts the background again.
 */
import type { ReportOut } from "../../pkg/engine.js";
import type { Action, Failure, PanelState } from "../../pkg/interface.js";
import { COMPOSER, isToComposer, isWake, parsed } from "../protocol.ts";
import type { FromComposer, PanelId, Question, Shown, ToComposer } from "../protocol.ts";

/** How long a check may take before the draft counts as not checked. */
const PATIENCE_MS = 2000;

export type Session = Extract<ToComposer, { type: "session" }>;
export type Reply = { report: ReportOut } | { failure: Failure };

export interface Listener {
  session(session: Session): void;
  action(action: Action): void;
  /** The extension has been updated or removed, and this content script is left over from before. */
  orphaned(): void;
}

interface Waiting {
  readonly request: Question;
  readonly resolve: (answer: Reply) => void;
  /** Sent again once, in case the background went to sleep just as the question was sent. */
  resent: boolean;
}

export class Link {
  readonly #listener: Listener;
  readonly #panel: PanelId;
  readonly #waiting = new Map<number, Waiting>();
  #port: chrome.runtime.Port | undefined;
  #newest: Shown | undefined;
  #seq = 0;

  constructor(listener: Listener, panel: PanelId, signal: AbortSignal) {
    this.#listener = listener;
    this.#panel = panel;
    const wake = (message: unknown) => {
      // A panel has something to say, but the background does not know its composer.
      if (isWake(message) && message.type === "wake-composer" && message.panel === panel) this.#open();
    };
    if (!isOrphaned()) chrome.runtime.onMessage.addListener(wake);
    signal.addEventListener("abort", () => {
      if (!isOrphaned()) chrome.runtime.onMessage.removeListener(wake);
      this.#port?.disconnect();
      this.#port = undefined;
    });
  }

  /** Asks for a check. There is always an answer, within two seconds. */
  ask(request: Question): Promise<Reply> {
    const seq = ++this.#seq;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#answer(seq, { failure: "no-answer" }), PATIENCE_MS);
      const answered = (answer: Reply) => {
        clearTimeout(timer);
        resolve(answer);
      };
      this.#waiting.set(seq, { request, resolve: answered, resent: false });
      if (!this.#send({ type: "check", seq, request })) this.#answer(seq, { failure: "reload" });
    });
  }

  /** Shows a state in the panel. Returns it with its number. */
  show(state: PanelState): Shown {
    const shown = { nth: (this.#newest?.nth ?? 0) + 1, state };
    this.#newest = shown;
    this.#send({ type: "panel-state", shown });
    return shown;
  }

  openOptions(): void {
    this.#send({ type: "open-options" });
  }

  #send(message: FromComposer): boolean {
    const port = this.#port ?? this.#open();
    port?.postMessage(message);
    return port !== undefined;
  }

  #open(): chrome.runtime.Port | undefined {
    if (this.#port) return this.#port;
    if (isOrphaned()) {
      this.#listener.orphaned();
      return undefined;
    }
    const port = chrome.runtime.connect({ name: COMPOSER });
    this.#port = port;
    port.onMessage.addListener((message: unknown) => {
      if (isToComposer(message)) this.#receive(message);
    });
    port.onDisconnect.addListener(() => this.#closed(port));
    port.postMessage({ type: "hello", panel: this.#panel } satisfies FromComposer);
    if (this.#newest) port.postMessage({ type: "panel-state", shown: this.#newest } satisfies FromComposer);
    return port;
  }

  #receive(message: ToComposer): void {
    switch (message.type) {
      case "session":
        return this.#listener.session(message);
      case "checked":
        return this.#answer(message.seq, { report: parsed(message.report) });
      case "unavailable":
        return this.#answer(message.seq, { failure: message.failure });
      case "action":
        return this.#listener.action(message.action);
    }
  }

  /** The first answer counts; a late one is ignored. */
  #answer(seq: number, answer: Reply): void {
    const waiting = this.#waiting.get(seq);
    this.#waiting.delete(seq);
    waiting?.resolve(answer);
  }

  #closed(port: chrome.runtime.Port): void {
    if (this.#port !== port) return;
    this.#port = undefined;
    if (isOrphaned()) this.#listener.orphaned();
    for (const [seq, waiting] of this.#waiting) {
      const { request, resent } = waiting;
      waiting.resent = true;
      if (isOrphaned()) this.#answer(seq, { failure: "reload" });
      else if (resent) this.#answer(seq, { failure: "no-answer" });
      else this.#send({ type: "check", seq, request });
    }
  }
}

/** Whether this content script was left behind by an update, so that nothing will answer it any more. */
export function isOrphaned(): boolean {
  return chrome.runtime?.id === undefined;
}
