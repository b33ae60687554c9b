//! The messages between the content script and the panel. The panel shows a [`PanelState`] and answers with
//! [`Action`]s; the state belongs to the content script.

use crate::gate::Answer;
use crate::wire::ReportOut;
use serde::{Deserialize, Serialize};
use tsify::Tsify;

/// Whether the text of a composer has been checked: always one of these four, and always shown in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Tsify)]
#[serde(rename_all = "kebab-case")]
pub enum CheckState {
    /// The report is about exactly the text in the composer.
    Checked,
    /// Waiting for an answer; the report, if any, is about an earlier text.
    Checking,
    /// The poster tried to post, and the gate held the post.
    Held,
    /// The text could not be checked; `failure` says why.
    NotChecked,
}

/// Why a text has not been checked, or why something could not be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Tsify)]
#[serde(rename_all = "kebab-case")]
pub enum Failure {
    /// No policy is installed.
    NoPolicy,
    /// The engine did not answer in time.
    NoAnswer,
    /// The engine could not be started.
    EngineFailed,
    /// The extension was updated, so the page must be reloaded.
    Reload,
    /// The sign-offs could not be inserted in the editor; the poster is shown the text to paste.
    NotInserted,
    /// A fix could not be made in the editor.
    NotFixed,
    /// The site's post button could not be found, or stayed disabled.
    NotReleased,
}

/// Everything that the panel shows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Tsify)]
pub struct PanelState {
    /// Whether the text has been checked.
    pub check: CheckState,
    /// Why, if the text has not been checked or something could not be done.
    #[serde(default)]
    pub failure: Option<Failure>,
    /// The site's name, for people to read: `Mastodon`.
    pub site_name: String,
    /// The acting account, without the `@`; absent if the page does not show it.
    #[serde(default)]
    pub handle: Option<String>,
    /// The newest report.
    #[serde(default)]
    pub report: Option<ReportOut>,
    /// What the poster has answered so far.
    #[serde(default)]
    pub answers: Vec<Answer>,
    /// Whether the whole panel is open, or only its one-line state.
    pub open: bool,
    /// Text that the poster must paste by hand.
    #[serde(default)]
    pub paste: Option<String>,
    /// Whether the policy lets the poster go ahead although nothing was checked.
    pub may_post_unchecked: bool,
}

/// What the poster did in the panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Tsify)]
#[serde(tag = "action", rename_all = "kebab-case")]
pub enum Action {
    /// Show the whole panel.
    Open,
    /// Show only the one-line state; the editor gets the focus back.
    Close,
    /// Apply the fix of this finding.
    Fix {
        /// The finding's key.
        finding: String,
    },
    /// Mark this finding's words in the editor and scroll to them.
    Show {
        /// The finding's key.
        finding: String,
    },
    /// Go ahead in spite of a finding, or answer it.
    Answer {
        /// The answer.
        answer: Answer,
    },
    /// Take back the answer to this finding.
    TakeBack {
        /// The finding's key.
        finding: String,
    },
    /// Post now: everything that held the post has been cleared.
    Post,
    /// Check again.
    Retry,
    /// Open the options page.
    Options,
    /// The panel needs this much room.
    Size {
        /// Height in CSS pixels.
        height: u32,
    },
}
