# shellcheck shell=bash
# Steps with elapsed time; sourced by ./tuban.

LOGS=$ROOT/build/logs
TICK=20  # seconds between two signs of life of a step that shows nothing else

say() { printf '%s\n' "$*"; }
die() {  # die MESSAGE [STATUS]
    printf 'tuban: %s\n' "$1" >&2
    exit "${2:-1}"
}

# step TITLE [--show] COMMAND...
# Says what begins and how long it took. The command's output goes to a log, whose end is
# shown when the command fails; with --show it goes to the terminal as it comes.
step() {
    local title=$1 started=$SECONDS status=0 log
    shift
    if [ "$1" = --show ]; then
        shift
        say "▸ $title"
        "$@" || status=$?
    else
        mkdir -p "$LOGS"
        log=$LOGS/$(printf '%s' "$title" | tr -c 'A-Za-z0-9\n' '-' | cut -c 1-60).log
        say "▸ $title"
        quietly "$title" "$log" "$@" || status=$?
    fi
    if [ "$status" = 0 ]; then
        say "  done: $title ($((SECONDS - started)) s)"
    else
        say "  FAILED: $title ($((SECONDS - started)) s)" >&2
    fi
    return "$status"
}

quietly() {  # quietly TITLE LOG COMMAND...
    local title=$1 log=$2 status=0 ticker
    shift 2
    (
        waited=0
        while sleep "$TICK"; do
            waited=$((waited + TICK))
            say "  … $title ($waited s)"
        done
    ) &
    ticker=$!
    "$@" >"$log" 2>&1 || status=$?
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    if [ "$status" != 0 ]; then
        tail -n 40 "$log" >&2
        say "  the whole log: $log" >&2
    fi
    return "$status"
}
