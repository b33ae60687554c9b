/**
 * The composers of this page. A composer begins when the poster enters an editor or tries to post from it, and ends
 * when the page removes the editor. While there are none, nothing is observed.
 */
import { editorOf } from "../editors/index.ts";
import type { Site } from "../sites/site.ts";
import { Composer, type ComposerDelegate } from "./composer.ts";

export class Composers implements ComposerDelegate {
  readonly #site: Site;
  readonly #post: (editor: HTMLElement) => void;
  readonly #all = new Map<HTMLElement, Composer>();
  readonly #observer = new MutationObserver(() => this.#changed());

  constructor(site: Site, post: (editor: HTMLElement) => void) {
    this.#site = site;
    this.#post = post;
  }

  /** The composer with this editor, created if there is none; undefined if we cannot read that kind of editor. */
  with(root: HTMLElement): Composer | undefined {
    const known = this.#all.get(root);
    if (known) return known;
    const editor = editorOf(root);
    if (!editor) return undefined;
    const composer = new Composer(root, editor, this.#site, this);
    if (this.#all.size === 0) this.#observe();
    this.#all.set(root, composer);
    return composer;
  }

  /** The poster has entered this element. */
  entered(element: Element): void {
    const root = element.closest<HTMLElement>(this.#site.editor);
    const entered = root && this.with(root);
    if (entered) this.bringToFront(entered);
  }

  /** This element is losing the focus. */
  left(element: Element): void {
    const root = element.closest<HTMLElement>(this.#site.editor);
    if (root) this.#all.get(root)?.left();
  }

  bringToFront(front: Composer): void {
    for (const composer of this.#all.values()) composer.activate(composer === front);
  }

  post(composer: Composer): void {
    this.#post(composer.root);
  }

  /** Something was typed in this element. */
  wrote(element: Element): void {
    const root = element.closest<HTMLElement>(this.#site.editor);
    if (root) this.#all.get(root)?.touched();
  }

  /**
   * Not every editor fires an `input` event for everything it does, and attachments and names change around it, so the
   * page is watched for as long as there is a composer.
   */
  #observe(): void {
    this.#observer.observe(document, { characterData: true, childList: true, subtree: true });
  }

  #changed(): void {
    for (const [root, composer] of this.#all) {
      if (root.isConnected) composer.touched();
      else this.#end(root, composer);
    }
  }

  #end(root: HTMLElement, composer: Composer): void {
    composer.dispose();
    this.#all.delete(root);
    if (this.#all.size === 0) this.#observer.disconnect();
  }
}
