/** Where findings are in the text, kept up to date while the poster types and the next report is on its way. */
import type { ReportOut, Severity } from "../../pkg/engine.js";

export interface Place {
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
  /** The finding's key. */
  readonly finding: string;
}

/** The places of everything that still has to be fixed or cleared. */
export function placesOf(report: ReportOut): Place[] {
  return report.findings
    .filter((finding) => !finding.cleared)
    .flatMap(({ key, places, severity }) =>
      places.map(({ utf16: [start, end] }) => ({ start, end, severity, finding: key })),
    );
}

/**
 * The places after one stretch of the text has changed. A place touched by the change is dropped: nothing is marked on
 * a guess.
 */
export function carried(places: readonly Place[], before: string, after: string): Place[] {
  if (before === after) return [...places];
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const shift = after.length - before.length;
  return places.flatMap((place) => {
    if (place.end <= head) return [place];
    if (place.start < before.length - tail) return [];
    return [{ ...place, start: place.start + shift, end: place.end + shift }];
  });
}
