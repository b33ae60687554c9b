/**
 * Every message between the parts of the extension, and the guards that let nothing else in.
 *
 * ```text
 * content script ──"composer"──▶ background ◀──"panel"── panel page
 * ```
 *
 * Both sides connect to the background with a long-lived port; the background relays states to the panel and actions
 * back. Anything that fails its guard is ignored: it may come from an older version of the extension, or from a
 * stranger.
 */
import type { AccountKind, Json, PolicyOut, ReportOut, Request, Unavailable } from "../pkg/engine.js";
import type { Action, Failure, PanelState } from "../pkg/interface.js";

/** The names of the two kinds of port. */
export const COMPOSER = "composer";
export const PANEL = "panel";

/** The keys of `storage.local`. */
export const POLICY_KEY = "policy";
export const PROFILE_KEY = "profile";

/** What a content script can know; the background adds the time and who is posting. */
export type Question = Omit<Request, "id" | "now" | "profile">;

/** What happens to a post that could not be checked. */
export type OnUnavailable = Record<AccountKind, Unavailable>;

/** A nonce that pairs a composer's panel with the composer. Only the content script and its own frame know it. */
export type PanelId = string;

/** What the panel shows, with its number. States arrive by two routes, and an older one never replaces a newer one. */
export interface Shown {
  nth: number;
  state: PanelState;
}

export type FromComposer =
  | { type: "hello"; panel: PanelId }
  | { type: "check"; seq: number; request: Question }
  | { type: "panel-state"; shown: Shown }
  | { type: "open-options" };

export type ToComposer =
  | { type: "session"; policy: PolicyOut | null; onUnavailable: OnUnavailable }
  | { type: "checked"; seq: number; report: Json<ReportOut> }
  | { type: "unavailable"; seq: number; failure: Failure }
  | { type: "action"; action: Action };

export type FromPanel = { type: "panel"; panel: PanelId } | { type: "action"; action: Action };

export type ToPanel = { type: "panel-state"; shown: Shown };

/**
 * Sent outside any port, when the browser has put the background to sleep and closed the ports: a tab is asked to say
 * hello again, or a panel to claim its composer again.
 */
export type Wake = { type: "wake-composer"; panel: PanelId } | { type: "wake-panel"; panel: PanelId };

/** From the content script directly to the panel in its frame, as a window message: the background does not answer. */
export interface Direct {
  type: "direct-state";
  panel: PanelId;
  shown: Shown;
}

/** Turns what the engine wrote back into a value. */
export function parsed<T>(json: Json<T>): T {
  return JSON.parse(json) as T;
}

type Shape = Record<string, unknown>;

function isShape(value: unknown): value is Shape {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPanelId(value: unknown): value is PanelId {
  return typeof value === "string" && value.length === 36;
}

function isTyped(value: unknown, key: string): boolean {
  return isShape(value) && typeof value[key] === "string";
}

function isShown(value: unknown): value is Shown {
  return isShape(value) && Number.isSafeInteger(value["nth"]) && isTyped(value["state"], "check");
}

export function isFromComposer(value: unknown): value is FromComposer {
  if (!isShape(value)) return false;
  switch (value["type"]) {
    case "hello":
      return isPanelId(value["panel"]);
    case "check":
      return Number.isSafeInteger(value["seq"]) && isTyped(value["request"], "text");
    case "panel-state":
      return isShown(value["shown"]);
    default:
      return value["type"] === "open-options";
  }
}

export function isToComposer(value: unknown): value is ToComposer {
  if (!isShape(value)) return false;
  switch (value["type"]) {
    case "session":
      return isShape(value["onUnavailable"]);
    case "checked":
      return Number.isSafeInteger(value["seq"]) && typeof value["report"] === "string";
    case "unavailable":
      return Number.isSafeInteger(value["seq"]) && typeof value["failure"] === "string";
    default:
      return value["type"] === "action" && isTyped(value["action"], "action");
  }
}

export function isFromPanel(value: unknown): value is FromPanel {
  if (!isShape(value)) return false;
  if (value["type"] === "panel") return isPanelId(value["panel"]);
  return value["type"] === "action" && isTyped(value["action"], "action");
}

export function isToPanel(value: unknown): value is ToPanel {
  return isShape(value) && value["type"] === "panel-state" && isShown(value["shown"]);
}

export function isWake(value: unknown): value is Wake {
  if (!isShape(value) || !isPanelId(value["panel"])) return false;
  return value["type"] === "wake-composer" || value["type"] === "wake-panel";
}

export function isDirect(value: unknown): value is Direct {
  return (
    isShape(value) && value["type"] === "direct-state" && isPanelId(value["panel"]) && isShown(value["shown"])
  );
}
