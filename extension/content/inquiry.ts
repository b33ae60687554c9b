/** What the engine is asked about one editor: everything that can be known about the post at this moment. */
import type { Answer } from "../../pkg/engine.js";
import type { Editor } from "../editors/editor.ts";
import type { Question } from "../protocol.ts";
import { scopeOf } from "../sites/index.ts";
import type { Site } from "../sites/site.ts";
import type { Link, Reply } from "./link.ts";

export class Inquiry {
  readonly #root: HTMLElement;
  readonly #editor: Editor;
  readonly #site: Site;
  readonly #link: Link;
  #asked: { readonly key: string; readonly reply: Promise<Reply> } | undefined;

  constructor(root: HTMLElement, editor: Editor, site: Site, link: Link) {
    this.#root = root;
    this.#editor = editor;
    this.#site = site;
    this.#link = link;
  }

  /** The question as it would be asked now. Its exact text is the key to everything known about the draft. */
  question(answers: Answer[]): Question {
    const scope = scopeOf(this.#site, this.#root);
    return {
      text: this.#editor.read(this.#root),
      site: this.#site.id,
      handle: this.#site.handle(),
      surface: this.#site.surface(scope),
      media: this.#site.media(scope),
      limit: this.#site.limit?.(),
      answers,
    };
  }

  /** Asks the question; if the same question is already being asked, it is not asked again. */
  ask(question: Question): Promise<Reply> {
    const key = JSON.stringify(question);
    if (this.#asked?.key !== key) {
      const asked = { key, reply: this.#link.ask(question) };
      this.#asked = asked;
      void asked.reply.then(() => {
        if (this.#asked === asked) this.#asked = undefined;
      });
    }
    return this.#asked.reply;
  }

  /** The next question is asked again, even if the same one is already being asked. */
  forget(): void {
    this.#asked = undefined;
  }
}
