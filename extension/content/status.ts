/** What a composer shows in its panel. */
import type { AccountKind, Answer, ReportOut } from "../../pkg/engine.js";
import type { CheckState, Failure, PanelState } from "../../pkg/interface.js";
import type { Site } from "../sites/site.ts";
import type { Session } from "./link.ts";

/** The state of a composer. A key is the exact text of the question that something is about. */
export interface Status {
  /** The question as it would be asked now. */
  key: string;
  checked: { key: string; report: ReportOut } | undefined;
  /** Why the draft could not be checked. */
  unavailable: { key: string; failure: Failure } | undefined;
  /** Something that was requested and could not be done. */
  problem: Failure | undefined;
  /** Text that the poster must paste. */
  paste: string | undefined;
  answers: Answer[];
  held: boolean;
  open: boolean;
  session: Session | undefined;
  /** The account type in the last report. */
  account: AccountKind | undefined;
}

export function emptyStatus(): Status {
  return {
    key: "",
    checked: undefined,
    unavailable: undefined,
    problem: undefined,
    paste: undefined,
    answers: [],
    held: false,
    open: false,
    session: undefined,
    account: undefined,
  };
}

export function panelStateOf(status: Status, site: Site): PanelState {
  const { unavailable, problem } = status;
  return {
    check: checkState(status),
    failure: unavailable?.failure ?? problem,
    site_name: site.name,
    handle: site.handle(),
    report: unavailable ? undefined : status.checked?.report,
    open: status.open,
    paste: status.paste,
    answers: status.answers,
    may_post_unchecked: mayPostUnchecked(status),
  };
}

function checkState({ key, checked, unavailable, held }: Status): CheckState {
  if (unavailable) return "not-checked";
  if (checked?.key !== key) return "checking";
  return held ? "held" : "checked";
}

/** Whether the post may go as it is: by a verdict for exactly this text in exactly this context, or by the policy. */
export function mayGo(status: Status): boolean {
  const { key, checked, unavailable } = status;
  if (unavailable) return unavailable.key === key && mayPostUnchecked(status);
  return checked?.key === key && checked.report.verdict.decision === "release";
}

/** Until something is heard from the background, nothing says that an unchecked post may go. */
export function mayPostUnchecked({ session, account }: Status): boolean {
  if (!session) return false;
  const kinds = account ? [session.onUnavailable[account]] : Object.values(session.onUnavailable);
  return kinds.every((kind) => kind === "release");
}

/** The answers, except those to this finding. */
export function others(answers: readonly Answer[], finding: string): Answer[] {
  return answers.filter((answer) => answer.finding !== finding);
}
