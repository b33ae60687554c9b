/** The marks in one editor. Between reports, they follow the text as it is typed. */
import type { ReportOut } from "../../pkg/engine.js";
import type { Editor } from "../editors/editor.ts";
import { Highlights } from "./highlight.ts";
import { carried, type Place, placesOf } from "./places.ts";

export class Marks {
  readonly #highlights: Highlights;
  #places: Place[] = [];
  #shown: string | undefined;

  constructor(root: HTMLElement, editor: Editor, signal: AbortSignal) {
    this.#highlights = new Highlights(root, editor, signal);
  }

  report(report: ReportOut): void {
    this.#draw(placesOf(report));
  }

  carry(before: string, after: string): void {
    this.#draw(carried(this.#places, before, after));
  }

  /** Marks one finding's words more strongly and scrolls to them. */
  reveal(finding: string): void {
    this.#shown = finding;
    this.#draw(this.#places);
    const place = this.#places.find((candidate) => candidate.finding === finding);
    if (place) this.#highlights.reveal(place);
  }

  #draw(places: Place[]): void {
    this.#places = places;
    this.#highlights.draw(places, this.#shown);
  }
}
