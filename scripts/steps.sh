# shellcheck shell=bash
# How build.sh reports: one line for each step, with details in target/log/, shown only if the step fails.

export PATH=$PWD/node_modules/.bin:$PATH
LOG=target/log
STARTED=()
# In CI the lock file must not change; a developer who adds a crate may let cargo update it.
LOCKED=(${CI:+--locked})
if [[ -n ${CI:-} || ! -t 1 ]]; then
  export NO_COLOR=1 CARGO_TERM_COLOR=never CARGO_TERM_PROGRESS_WHEN=never npm_config_progress=false
fi

say() { printf '%s\n' "$*"; }

fail() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null; }

# attempt WORDS COMMAND…: runs the command, puts its exit status in $STATUS, and shows its output if it failed. It must
# not be called in a condition: bash would then ignore errors inside the command.
attempt() {
  local words=$1 started=$SECONDS
  shift
  mkdir -p "$LOG"
  OUTPUT=$LOG/${1##*/}-$(printf '%s' "$words" | tr -cs '[:alnum:]' '-' | cut -c1-40).log
  printf '• %s … ' "$words"
  set +e
  (
    set -e
    "$@"
  ) >"$OUTPUT" 2>&1 </dev/null
  STATUS=$?
  set -e
  if ((STATUS == 0)); then
    printf 'done (%d s)\n' $((SECONDS - started))
  else
    printf 'failed (%d s)\n\n' $((SECONDS - started))
    sed 's/^/    /' "$OUTPUT"
  fi
}

# start WORDS COMMAND…: an attempt that runs alongside others. await_all waits for those that were started, says how
# each went, and fails if any of them failed.
start() {
  local words=$1 job=$LOG/started-${#STARTED[@]}
  mkdir -p "$LOG"
  say "• $words: started"
  attempt_apart "$@" >"$job" 2>&1 &
  STARTED+=("$!" "$job")
}

attempt_apart() {
  attempt "$@"
  return "$STATUS"
}

await_all() {
  local failed=0 pid job
  set -- "${STARTED[@]}"
  STARTED=()
  while (($# > 0)); do
    pid=$1 job=$2
    shift 2
    wait "$pid" || failed=1
    cat "$job"
  done
  ((failed == 0)) || fail "See above what failed."
}

# step WORDS COMMAND…: an attempt that the rest depends on.
step() {
  attempt "$@"
  ((STATUS == 0)) || fail "'$1' failed: see above, or $OUTPUT."
}

# outdated MADE SOURCE…: whether MADE is missing, or older than any of the sources.
outdated() {
  local made=$1
  shift
  [[ ! -e $made || -n $(find "$@" -newer "$made" -print -quit) ]]
}

# check_size NAME FILE LIMIT [GZIP_LIMIT]: fails if the file is larger than this, in bytes, raw or under gzip -9.
check_size() {
  local name=$1 file=$2 limit=$3 gzip_limit=${4:-}
  local raw zipped
  raw=$(wc -c <"$file")
  zipped=$(gzip -9 -c "$file" | wc -c)
  say "• $name: $raw bytes of $limit allowed; gzipped $zipped${gzip_limit:+ of $gzip_limit allowed}"
  ((raw <= limit)) || fail "$file is over its budget."
  [[ -z $gzip_limit ]] || ((zipped <= gzip_limit)) || fail "$file is over its budget once gzipped."
}
