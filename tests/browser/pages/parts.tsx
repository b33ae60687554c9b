import type { ReactNode } from "react";

/** A round picture with the account's first letter. */
export function Avatar({ name }: { name: string }): ReactNode {
  return (
    <span className="avatar" aria-hidden="true">
      {name.charAt(0)}
    </span>
  );
}

/** Somebody's post in the timeline, so that the page looks real. */
export function SamplePost(props: { name: string; handle: string; children: ReactNode }): ReactNode {
  return (
    <article className="post">
      <Avatar name={props.name} />
      <div>
        <p className="byline">
          <strong>{props.name}</strong> <span className="quiet">@{props.handle}</span>
        </p>
        <p>{props.children}</p>
      </div>
    </article>
  );
}

/** A few posts that fit any of the sites. */
export function Timeline({ sent }: { sent: readonly string[] }): ReactNode {
  return (
    <section className="timeline" aria-label="Timeline">
      {sent.map((text, index) => (
        <SamplePost key={index} name="Department for Example" handle="DfExample">
          {text}
        </SamplePost>
      ))}
      <SamplePost name="Harbour Council" handle="harbourcouncil">
        The swimming pool opens again on Monday at 7am. Lanes are free until noon.
      </SamplePost>
      <SamplePost name="River Watch" handle="riverwatch">
        Water levels at the old bridge are falling. The footpath stays closed today.
      </SamplePost>
      <SamplePost name="Open Statistics" handle="openstats">
        New figures on bus journeys come out tomorrow at 9:30am.
      </SamplePost>
    </section>
  );
}
