# shellcheck shell=bash
# ./tuban test: linters, then the tests from the quickest to the slowest; sourced by ./tuban.

BARE=$ROOT/build/venv-bare

# --quick: the linters and what of tests/core takes seconds, for use while writing.
run_tests() {
    local failed=()
    setup_tests
    make_headless "$ROOT/build/test-home"
    export QT_QPA_PLATFORM=offscreen LANG=C.UTF-8
    cd "$ROOT" || return
    lint || failed+=(linters)
    if [ "${1:-}" = --quick ]; then
        core_tests -m "not slow" || failed+=("tests/core")
        told "${failed[@]}"
        return
    fi
    core_tests || failed+=("tests/core")
    bare_tests || failed+=("tests/core on a bare Python 3.9")
    # Each of these two keeps one processor busy, and the second shows nothing meanwhile.
    desktop_tests >"$ROOT/build/desktop.log" 2>&1 &
    qgis_tests || failed+=("tests/qgis")
    wait $! || failed+=("tests/desktop")
    cat "$ROOT/build/desktop.log"
    told "${failed[@]}"
}

told() {
    say ""
    if [ $# -gt 0 ]; then
        printf 'FAILED: %s\n' "$@" >&2
        return 1
    fi
    say "All passed in $SECONDS s."
}

lint() {
    local status=0 bin=$VENV/bin
    step "ruff check" --show "$bin/ruff" check . || status=1
    step "ruff format" --show "$bin/ruff" format --check --quiet . || status=1
    mkdir -p build/typing
    ln -sfn "$ROOT/vendor/sqlalchemy" build/typing/sqlalchemy
    step "mypy core" --show "$bin/mypy" || status=1
    step "translations" --show "$PYTHON" tools/translations.py --check || status=1
    step "names of Qt 6" --show \
        env PYTHONPATH="$QT6" "$PYTHON" tools/qt6_names.py || status=1
    step "shellcheck" --show "$bin/shellcheck" -x tuban .ci/run || status=1
    return "$status"
}

# The core has to work without QGIS, so these run without the plugins that start it.
core_tests() {
    step "tests/core" --show \
        "$PYTHON" -m pytest -q -n auto -p no:pytest_qgis -p no:pytest-qt tests/core "$@"
}

# The oldest Python that a QGIS we support carries, with NumPy and nothing else.
bare_tests() {
    local oldest
    if ! oldest=$(find_oldest); then
        say "▸ tests/core on a bare Python 3.9: skipped, there is none on this machine"
        return 0
    fi
    if [ ! -x "$BARE/bin/pytest" ]; then
        step "Making a bare Python 3.9 environment" make_bare "$oldest" || return 1
    fi
    step "tests/core on a bare Python 3.9" --show "$BARE/bin/python" -m pytest -q -n auto tests/core
}

find_oldest() {
    local candidate
    for candidate in "$(command -v python3.9)" "$OWN_HOME"/.pyenv/versions/3.9.*/bin/python3.9; do
        if [ -x "$candidate" ] && "$candidate" -c 'import venv' 2>/dev/null; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

make_bare() {
    "$1" -m venv --clear "$BARE" &&
        "$BARE/bin/python" -m pip install --disable-pip-version-check numpy \
            -r tools/requirements-test.txt
}

qgis_tests() {
    step "tests/qgis" --show "$PYTHON" -m pytest -q tests/qgis
}

# These start the real QGIS, each on a screen that exists only in memory (tools/desktop.py).
desktop_tests() {
    step "tests/desktop" --show \
        "$PYTHON" -m pytest -q -p no:pytest_qgis -p no:pytest-qt tests/desktop
}
