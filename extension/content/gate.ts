/**
 * The gate: sees every event that could post before the page does. If there is a verdict for exactly this text, the
 * event goes through untouched; otherwise the whole gesture is stopped, and the post is handled as described in
 * `posting.ts`.
 */
import { editorsOf } from "../sites/index.ts";
import type { Site } from "../sites/site.ts";
import type { Composer } from "./composer.ts";
import { Composers } from "./composers.ts";
import { isEnabled, post } from "./posting.ts";

const POINTER_EVENTS = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];

/** An event that could post the text of these editors. */
interface Attempt {
  readonly editors: readonly HTMLElement[];
  /**
   * Whether this event starts the posting. Only the last event of a gesture does: stopping a `pointerdown` does not
   * stop the `click` that follows, which would find that the post may now go and would post it twice.
   */
  readonly begins: boolean;
}

export class Gate {
  readonly #site: Site;
  readonly #composers: Composers;
  /** Set while we press the button ourselves. */
  #isPassing = false;
  #isBusy = false;

  constructor(site: Site) {
    this.#site = site;
    this.#composers = new Composers(site, (editor) => void this.#post(editorsOf(site, editor)));
  }

  /** Listens on the window, in the capture phase, before any script of the page has run. */
  start(): void {
    const see = (event: Event) => this.#see(event);
    for (const type of [...POINTER_EVENTS, "keydown", "submit"])
      addEventListener(type, see, { capture: true });
    addEventListener("focusin", (event) => this.#composers.entered(targetOf(event)), { capture: true });
    addEventListener("blur", (event) => this.#composers.left(targetOf(event)), { capture: true });
    addEventListener("input", (event) => this.#composers.wrote(targetOf(event)), { capture: true });
    // If the page was already open, the poster may already be in an editor.
    if (document.activeElement) this.#composers.entered(document.activeElement);
  }

  #see(event: Event): void {
    if (this.#isPassing) return;
    const attempt = this.#attempt(event, targetOf(event));
    const composers = this.#composersOf(attempt?.editors ?? []);
    if (!attempt || composers.length === 0) return;
    if (!this.#isBusy && composers.every((composer) => composer.mayGo)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (attempt.begins) void this.#post(attempt.editors);
  }

  /** Untrusted events count too: other scripts use them to post. */
  #attempt(event: Event, target: Element): Attempt | undefined {
    if (event instanceof KeyboardEvent) return this.#keyAttempt(event, target);
    if (event.type === "submit") {
      return { editors: [...target.querySelectorAll<HTMLElement>(this.#site.editor)], begins: true };
    }
    const button = this.#buttonAt(target);
    if (!button || (event instanceof MouseEvent && event.button !== 0)) return undefined;
    return { editors: editorsOf(this.#site, button), begins: event.type === "click" };
  }

  #keyAttempt(event: KeyboardEvent, target: Element): Attempt | undefined {
    // An Enter that ends the composition of a character does not mean that the poster wants to post.
    if (event.isComposing || event.keyCode === 229) return undefined;
    const begins = !event.repeat;
    const isInComposer = target.closest(this.#site.editor) ?? target.closest(this.#site.scope);
    if (isInComposer && this.#site.shortcut(event)) return { editors: editorsOf(this.#site, target), begins };
    const button = this.#buttonAt(target);
    const presses = event.key === "Enter" || event.key === " ";
    // A real button turns the key into a click; anything else that acts as a button responds to the key itself.
    if (!button || !presses || button instanceof HTMLButtonElement) return undefined;
    return { editors: editorsOf(this.#site, button), begins };
  }

  #buttonAt(target: Element): HTMLElement | undefined {
    const button = target.closest<HTMLElement>(this.#site.submit);
    return button && isEnabled(button) ? button : undefined;
  }

  #composersOf(editors: readonly HTMLElement[]): Composer[] {
    return editors.map((root) => this.#composers.with(root)).filter((composer) => composer !== undefined);
  }

  async #post(editors: readonly HTMLElement[]): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await post(this.#composersOf(editors), this.#site, (button) => this.#press(button));
    } finally {
      this.#isBusy = false;
    }
  }

  #press(button: HTMLElement): void {
    this.#isPassing = true;
    try {
      button.click();
    } finally {
      this.#isPassing = false;
    }
  }
}

/** The innermost element, even in an open shadow root. */
function targetOf(event: Event): Element {
  const [target] = event.composedPath();
  return target instanceof Element ? target : document.documentElement;
}
