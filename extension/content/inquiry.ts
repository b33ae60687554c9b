/** What the engine is asked about one editor: everything it can know of the post, as it is at this moment. */
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

  /** The question as it would be asked now. Word for word, it is the key of all that is known about the draft. */
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

  /** Asks; a question that is under way is not asked twice. */
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

  /** The next question is asked anew, whatever is under way. */
  forget(): void {
    this.#asked = undefined;
  }
}
