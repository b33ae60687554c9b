/**
 * The panel's place on the page: an extension iframe in a closed shadow root on the document element, where the page
 * can neither read nor style it and the page's frameworks do not remove it. Rust draws what is in it.
 */
import type { Direct, PanelId, Shown } from "../protocol.ts";
import { createHost, setStyle } from "./host.ts";

/** Read while the extension can still be reached: see `notice.ts`. */
const PAGE = chrome.runtime.getURL("pages/panel.html");
const HOST_STYLE = {
  border: "0",
  "clip-path": clip(0),
  "color-scheme": "light dark",
  height: "min(70vh, 640px)",
  inset: "auto 16px 16px auto",
  margin: "0",
  padding: "0",
  position: "fixed",
  width: "min(400px, calc(100vw - 32px))",
  "z-index": "2147483647",
};
const FRAME_STYLE = {
  border: "0",
  display: "block",
  height: "100%",
  width: "100%",
  background: "transparent",
};

/** Shows this many pixels, from the bottom; at least one, or Chromium would do no layout for the cross-site frame. */
function clip(height: number): string {
  return `inset(calc(100% - ${Math.max(1, Math.ceil(height))}px) 0 0)`;
}

export class Frame {
  /** Pairs the panel with its composer; nothing outside the closed shadow root can read it. */
  readonly panel: PanelId = crypto.randomUUID();
  readonly #host = createHost(HOST_STYLE);
  readonly #iframe = document.createElement("iframe");
  #height = 0;

  constructor(signal: AbortSignal) {
    setStyle(this.#iframe, FRAME_STYLE);
    this.#iframe.title = "Countersign";
    this.#iframe.src = `${PAGE}#${this.panel}`;
    this.#host.root.append(this.#iframe);
    this.toggle(false);
    this.attach();
    signal.addEventListener("abort", () => this.#host.element.remove());
  }

  /** Puts the panel on the page, and puts it back if the site has replaced the whole document. */
  attach(): void {
    if (!this.#host.element.isConnected) document.documentElement.append(this.#host.element);
  }

  /** Shows the panel, or keeps it loaded without showing it. */
  toggle(visible: boolean): void {
    setStyle(this.#host.element, { visibility: visible ? "visible" : "hidden" });
  }

  /**
   * Shows this much of the frame, from the bottom. The frame itself always keeps its largest size and its position:
   * Chromium ignores clicks in another site's frame for half a second after the frame has moved. The part that is cut
   * off takes no clicks from the page.
   */
  resize(height: number): void {
    if (!Number.isFinite(height) || height === this.#height) return;
    this.#height = height;
    setStyle(this.#host.element, { "clip-path": clip(height) });
  }

  /**
   * Shows a state without the background's help, for when the background is what has failed. If the page navigated the
   * frame elsewhere to read the state, it would learn no more than its own editor tells it.
   */
  tell(shown: Shown): void {
    this.#iframe.contentWindow?.postMessage(
      { type: "direct-state", panel: this.panel, shown } satisfies Direct,
      "*",
    );
  }

  focus(): void {
    this.#iframe.focus({ preventScroll: true });
  }

  get hasFocus(): boolean {
    return document.activeElement === this.#host.element;
  }
}
