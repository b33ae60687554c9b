/**
 * Pairs each composer with its panel, using the nonce that only the content script and its own frame know, and relays
 * messages between the two. Either may come first, as the background may have been asleep.
 */
import type { Action } from "../../pkg/interface.js";
import type { PanelId, Shown, ToComposer, ToPanel } from "../protocol.ts";

/** The parts of a `chrome.runtime.Port` that are needed. */
export interface Port {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly sender?: { tab?: { id?: number | undefined } | undefined } | undefined;
}

interface Pair {
  composer?: Port;
  panel?: Port;
  /** The newest state, for a panel that connects later. */
  shown?: Shown;
  /** What the poster did in the panel while no composer was connected. */
  waiting: Action[];
}

export class Pairs {
  readonly #pairs = new Map<PanelId, Pair>();
  readonly #ids = new Map<Port, PanelId>();

  /** A composer says hello. Returns whether its panel has yet to connect. */
  hello(composer: Port, id: PanelId): boolean {
    const pair = this.#pair(id, composer);
    if (!pair || pair.composer) return false;
    this.#ids.set(composer, id);
    pair.composer = composer;
    for (const action of pair.waiting.splice(0)) this.#act(pair, action);
    return pair.panel === undefined;
  }

  /** A panel claims its composer. Returns whether the composer has yet to connect; a second claim is refused. */
  claim(panel: Port, id: PanelId): boolean {
    const pair = this.#pair(id, panel);
    if (!pair || pair.panel) {
      panel.disconnect();
      return false;
    }
    this.#ids.set(panel, id);
    pair.panel = panel;
    if (pair.shown) panel.postMessage({ type: "panel-state", shown: pair.shown } satisfies ToPanel);
    return pair.composer === undefined;
  }

  show(composer: Port, shown: Shown): void {
    const pair = this.#of(composer);
    if (pair?.composer !== composer) return;
    pair.shown = shown;
    pair.panel?.postMessage({ type: "panel-state", shown } satisfies ToPanel);
  }

  action(panel: Port, action: Action): void {
    const pair = this.#of(panel);
    if (pair?.panel !== panel) return;
    if (pair.composer) this.#act(pair, action);
    else pair.waiting.push(action);
  }

  /** A port has closed, whether a composer's or a panel's. */
  gone(port: Port): void {
    const pair = this.#of(port);
    const id = this.#ids.get(port);
    this.#ids.delete(port);
    if (!pair || id === undefined) return;
    if (pair.composer === port) delete pair.composer;
    if (pair.panel === port) delete pair.panel;
    if (!pair.composer && !pair.panel) this.#pairs.delete(id);
  }

  #of(port: Port): Pair | undefined {
    const id = this.#ids.get(port);
    return id === undefined ? undefined : this.#pairs.get(id);
  }

  /** The pair with this nonce, created if need be; undefined if its other half is in another tab. */
  #pair(id: PanelId, port: Port): Pair | undefined {
    const pair = this.#pairs.get(id) ?? { waiting: [] };
    const other = pair.composer ?? pair.panel;
    if (other && other.sender?.tab?.id !== port.sender?.tab?.id) return undefined;
    this.#pairs.set(id, pair);
    return pair;
  }

  #act(pair: Pair, action: Action): void {
    pair.composer?.postMessage({ type: "action", action } satisfies ToComposer);
  }
}
