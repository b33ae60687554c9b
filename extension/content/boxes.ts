/**
 * Marks findings in a textarea: a copy of its text lies exactly on top of it, transparent except for the underlines.
 * The copy is in a closed shadow root of our own; the page's form is not touched.
 */
import type { Severity } from "../../pkg/engine.js";
import type { Place } from "./places.ts";
import { createHost, setStyle } from "./host.ts";

/** Everything that affects where a textarea breaks its lines. */
const COPIED = [
  "border-bottom-width",
  "border-left-width",
  "border-right-width",
  "border-top-width",
  "direction",
  "font-family",
  "font-feature-settings",
  "font-kerning",
  "font-size",
  "font-stretch",
  "font-style",
  "font-variant",
  "font-weight",
  "letter-spacing",
  "line-height",
  "overflow-wrap",
  "padding-bottom",
  "padding-left",
  "padding-right",
  "padding-top",
  "tab-size",
  "text-align",
  "text-indent",
  "text-transform",
  "word-break",
  "word-spacing",
];
/** The same underlines as in `highlight.css`, which does not reach into a closed shadow root. */
const UNDERLINES: Record<Severity, string> = {
  note: "underline dotted #1d70b8 2px",
  warn: "underline wavy #b58900 1.5px",
  ask: "underline dashed #6f4fb8 2px",
  block: "underline solid #d4351c 3px",
};

const HOST = {
  overflow: "hidden",
  "pointer-events": "none",
  position: "fixed",
  "z-index": "2147483646",
};
const COPY = {
  "border-color": "transparent",
  "border-style": "solid",
  "box-sizing": "border-box",
  color: "transparent",
  position: "relative",
  "white-space": "pre-wrap",
};

export class Boxes {
  readonly #field: HTMLTextAreaElement;
  readonly #host = createHost(HOST);
  readonly #copy = document.createElement("div");

  constructor(field: HTMLTextAreaElement, signal: AbortSignal) {
    this.#field = field;
    setStyle(this.#copy, COPY);
    this.#host.element.ariaHidden = "true";
    this.#host.root.append(this.#copy);
    const lay = () => this.#host.element.isConnected && this.#lay();
    addEventListener("scroll", lay, { capture: true, passive: true, signal });
    addEventListener("resize", lay, { passive: true, signal });
    const resized = new ResizeObserver(lay);
    resized.observe(field);
    signal.addEventListener("abort", () => {
      resized.disconnect();
      this.#host.element.remove();
    });
  }

  draw(places: readonly Place[], shown: string | undefined): void {
    if (places.length === 0) return this.#host.element.remove();
    if (!this.#host.element.isConnected) document.documentElement.append(this.#host.element);
    const computed = getComputedStyle(this.#field);
    setStyle(this.#copy, Object.fromEntries(COPIED.map((name) => [name, computed.getPropertyValue(name)])));
    this.#copy.replaceChildren(...this.#marked(places, shown));
    this.#lay();
  }

  /** Scrolls a place into view. */
  reveal(place: Place): void {
    this.#field.scrollIntoView({ block: "nearest" });
    const mark = this.#copy.querySelector<HTMLElement>(`[data-start="${place.start}"]`);
    if (!mark) return;
    const { clientHeight, scrollTop } = this.#field;
    const isVisible =
      mark.offsetTop >= scrollTop && mark.offsetTop + mark.offsetHeight <= scrollTop + clientHeight;
    if (!isVisible) this.#field.scrollTop = mark.offsetTop - clientHeight / 2;
  }

  /** The whole text, with the places in elements of their own; if two overlap, the first is marked. */
  #marked(places: readonly Place[], shown: string | undefined): Node[] {
    const text = this.#field.value;
    const nodes: Node[] = [];
    let done = 0;
    for (const { start, end, severity, finding } of [...places].sort((a, b) => a.start - b.start)) {
      if (start < done) continue;
      const mark = document.createElement("span");
      mark.dataset["start"] = `${start}`;
      mark.textContent = text.slice(start, end);
      setStyle(mark, { "text-decoration": UNDERLINES[severity], "text-underline-offset": "0.2em" });
      if (finding === shown) setStyle(mark, { "background-color": "rgb(255 221 0 / 0.4)" });
      nodes.push(new Text(text.slice(done, start)), mark);
      done = end;
    }
    return [...nodes, new Text(text.slice(done))];
  }

  /** Places the copy exactly over the textarea, wherever the textarea now is and however far it is scrolled. */
  #lay(): void {
    const field = this.#field;
    const { left, top, width, height } = field.getBoundingClientRect();
    setStyle(this.#host.element, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    // Not the whole width: a scroll bar takes some of it away from the lines.
    const borders =
      parseFloat(this.#copy.style.borderLeftWidth) + parseFloat(this.#copy.style.borderRightWidth);
    setStyle(this.#copy, { width: `${field.clientWidth + borders}px`, top: `${-field.scrollTop}px` });
  }
}
