//! What passes between the content script and the panel. The panel shows a [`PanelState`] and answers with
//! [`Action`]s; the state is the content script's.

use crate::gate::Answer;
use crate::wire::ReportOut;
use serde::{Deserialize, Serialize};
use tsify::Tsify;

/// Whether the text of a composer is checked: always one of these four, always in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Tsify)]
#[serde(rename_all = "kebab-case")]
pub enum CheckState {
    /// The report is about exactly the text in the composer.
    Checked,
    /// An answer is awaited; the report, if any, is about an earlier text.
    Checking,
    /// The poster tried to post, and the gate held it.
    Held,
    /// Nothing could check the text; `failure` says why.
    NotChecked,
}

/// Why a text is not checked, or why something could not be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Tsify)]
#[serde(rename_all = "kebab-case")]
pub enum Failure {
    /// No policy is installed.
    NoPolicy,
    /// The engine gave no answer in time.
    NoAnswer,
    /// The engine could not be started.
    EngineFailed,
    /// The extension was updated: the page has to be reloaded.
    Reload,
    /// The sign-offs could not be put into the editor; the poster is shown the text to paste.
    NotInserted,
    /// A fix could not be put into the editor.
    NotFixed,
    /// The site's post button could not be found or stayed disabled.
    NotReleased,
}

/// All that the panel shows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Tsify)]
pub struct PanelState {
    /// Whether its text is checked.
    pub check: CheckState,
    /// Why, if the text is not checked or something could not be done.
    #[serde(default)]
    pub failure: Option<Failure>,
    /// The site's name for people: `Mastodon`.
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
    /// Whether the panel is open or only its one-line state.
    pub open: bool,
    /// Text that the poster has to paste by hand.
    #[serde(default)]
    pub paste: Option<String>,
    /// Whether the policy lets the poster go on although nothing was checked.
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
    /// Mark this finding's words in the editor and bring them into state.
    Show {
        /// The finding's key.
        finding: String,
    },
    /// Go on in spite of a finding, or answer it.
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
    /// Ask again.
    Retry,
    /// Open the options page.
    Options,
    /// The panel needs this much room.
    Size {
        /// Height in CSS pixels.
        height: u32,
    },
}
