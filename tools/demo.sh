# shellcheck shell=bash
# ./tuban demo: the fictional county, its month, and a look at it; sourced by ./tuban.

MARK="Made by ./tuban demo. Everything in this folder is fictional."
MARK_CHINESE="由 ./tuban demo 生成。本文件夹中的一切均为虚构。"

demo() {
    local headless='' out=$ROOT/build/demo
    while [ $# -gt 0 ]; do
        case $1 in
            --headless) headless=yes ;;
            --out)
                [ $# -ge 2 ] || die "--out needs a folder" 2
                out=$2
                shift
                ;;
            *) die "demo does not know $1; see ./tuban help" 2 ;;
        esac
        shift
    done
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || headless=yes
    setup_desktop
    claim_folder "$out"
    out=$(cd "$out" && pwd -P)
    make_county "$out/data"
    run_month "$out"
    make_project "$out"
    if [ -n "$headless" ]; then
        show_headless "$out"
        say ""
        say "Everything below is fictional:"
        "$PYTHON" "$ROOT/tools/demo_results.py" "$out"
    else
        show_on_screen "$out"
    fi
}

# A folder that holds anything else than an earlier demo is not touched.
claim_folder() {
    local mark=$1/FICTIONAL-虚构.txt
    if [ -d "$1" ] && [ -n "$(ls -A "$1")" ] && [ ! -f "$mark" ]; then
        die "$1 is not empty and was not made by ./tuban demo; choose another folder."
    fi
    mkdir -p "$1"
    printf '%s\n%s\n' "$MARK" "$MARK_CHINESE" >"$mark"
}

# The county is the same every time, so it is made once for each state of its generator.
make_county() {
    local made
    made=$(cat "$ROOT"/demo/*.py | sha256sum)
    if [ "$(cat "$1.stamp" 2>/dev/null)" = "$made" ]; then
        say "▸ The fictional county is there already: $1"
        return
    fi
    rm -rf "$1" "$1.stamp"
    step "Making the fictional county" --show "$PYTHON" "$ROOT/demo/make_county.py" --out "$1"
    printf '%s\n' "$made" >"$1.stamp"
}

run_month() {
    rm -rf "$1/month"
    mkdir -p "$1/month"
    step "The county's month, through qgis_process" --show \
        "$PYTHON" "$ROOT/tools/run_month.py" --data "$1/data" --out "$1/month"
}

make_project() (
    make_profile "$1/month/profile"
    make_headless "$1/month/profile"
    QT_QPA_PLATFORM=offscreen step "The QGIS project" --show \
        "$PYTHON" "$ROOT/tools/demo_project.py" --data "$1/data" \
        --casebook "$1/month/虚构县台账本.gpkg" --project "$1/demo.qgz"
)

show_headless() {
    rm -rf "$1/screenshots"
    mkdir -p "$1/screenshots"
    TUBAN_DEMO=$1 step "The real QGIS window, on a screen in memory" --show \
        "$PYTHON" "$ROOT/tools/desktop.py" "$ROOT/tools/demo_shots.py" --place "$1/desktop"
}

# The project opens the casebook, and with it the dock at the first undecided patch.
show_on_screen() {
    make_profile "$1/profile"
    say "Opening QGIS on $1/demo.qgz. Everything in it is fictional."
    qgis --nologo --project "$1/demo.qgz"
}
