/**
 * The engine in this background. It is built from the stored policy when it is first asked, and built again whenever
 * the policy has changed or a trap has left the WebAssembly instance in an unknown state.
 */
import init, { Checker } from "../../pkg/engine.js";
import type { Json, Profile, ReportOut, Request } from "../../pkg/engine.js";
import type { Failure } from "../../pkg/interface.js";
import type { OnUnavailable, Question, ToComposer } from "../protocol.ts";
import { renewAfterTrap } from "../trap.ts";
import { storedPolicy, storedProfile, storePolicy } from "./policy.ts";

type Session = Extract<ToComposer, { type: "session" }>;
type Answer = { report: Json<ReportOut> } | { failure: Failure };

/** With no policy to ask, nothing says that an unchecked post may go. */
const HOLD_ALL: OnUnavailable = { corporate: "hold", official: "hold", personal: "hold" };

let building: Promise<Checker | undefined> | undefined;
let profile: Promise<Profile> | undefined;

async function build(): Promise<Checker | undefined> {
  const [policy] = await Promise.all([
    storedPolicy(),
    init({ module_or_path: chrome.runtime.getURL("engine_bg.wasm") }),
  ]);
  return policy === undefined ? undefined : new Checker(policy);
}

function engine(): Promise<Checker | undefined> {
  building ??= build();
  return building;
}

/**
 * Builds the engine from a changed policy. A policy that does not compile is refused: the old engine stays, and the old
 * policy is stored again for the next start.
 */
export async function policyChanged(before: unknown): Promise<void> {
  const old = building;
  const next = build();
  try {
    await next;
    building = next;
  } catch (error) {
    console.error("The new policy was refused.", error);
    // The old engine was in the same memory, so it must not be asked again; it is built again for the next question.
    if (renewAfterTrap(error)) building = undefined;
    const working = await old?.catch(() => undefined);
    if (working && typeof before === "string") await storePolicy(before);
  }
}

/** Who is posting. The engine is built first, because it reads the stored profile. */
async function readProfile(): Promise<Profile> {
  const [stored] = await Promise.all([storedProfile(), engine()]);
  return Checker.profileOf(stored);
}

export function profileChanged(): void {
  profile = undefined;
}

/** What a composer needs to know before anything is checked. */
export async function session(): Promise<Session> {
  try {
    const checker = await engine();
    if (checker === undefined) return { type: "session", policy: null, onUnavailable: HOLD_ALL };
    return {
      type: "session",
      policy: checker.policy(),
      onUnavailable: { ...HOLD_ALL, ...checker.onUnavailable() },
    };
  } catch (error) {
    failed(error);
    return { type: "session", policy: null, onUnavailable: HOLD_ALL };
  }
}

/** The report on a draft, or why there is none. */
export async function check(question: Question): Promise<Answer> {
  try {
    profile ??= readProfile();
    const [checker, who] = await Promise.all([engine(), profile]);
    if (checker === undefined) return { failure: "no-policy" };
    const request: Request = { ...question, profile: who, now: wallClock(new Date()) };
    return { report: checker.check(JSON.stringify(request)) };
  } catch (error) {
    failed(error);
    return { failure: "engine-failed" };
  }
}

/** The local time with its offset, since a sign-off may give the local date: 2024-07-05T00:10:00+01:00. */
function wallClock(now: Date): string {
  const ahead = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + ahead * 60_000).toISOString().slice(0, -1);
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
  return `${local}${ahead < 0 ? "-" : "+"}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`;
}

/** After a trap, or if the engine could not be built, the next question gets a new engine. */
function failed(error: unknown): void {
  console.error("The engine failed.", error);
  renewAfterTrap(error);
  building = undefined;
  profile = undefined;
}
