# What the scripts share; to be sourced. Sets `root` and works from every folder.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# heading TEXT: a line that says which step begins; a failure after it names the step.
step=""
heading() {
    step=$1
    printf '\n== %s\n' "$1"
}

failed() {
    printf '\n%s: failed at: %s\n' "$(basename "$0")" "${step:-the start}" >&2
}
trap failed ERR

# missing_packages FILE...: the Debian packages listed in the files that are not installed. A program may have come
# another way, and its package would quarrel with that (npm of Debian with another Node.js).
missing_packages() {
    local package
    while read -r package; do
        [ "$package" = npm ] && command -v npm >/dev/null && continue
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q ' installed$' || printf '%s\n' "$package"
    done < <(sed 's/#.*//; /^[[:space:]]*$/d' "$@")
}

# install_packages FILE...: installs what is missing; asks for sudo only where that is needed.
install_packages() {
    if ! command -v dpkg-query >/dev/null; then
        echo "This is no Debian system: please see to it that the equivalents of these packages are installed:"
        sed 's/#.*//; /^[[:space:]]*$/d' "$@" | tr '\n' ' '
        echo
        return 0
    fi
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0
    echo "Installing: ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Neither root nor sudo: please have these packages installed: ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=3 update </dev/null
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=3 \
        install --yes --no-install-recommends "${missing[@]}" </dev/null >/dev/null
}

# build PRESET [OPTION... --] TARGET...: configures and builds targets of a preset.
build() {
    local preset=$1 options=()
    shift
    while [ "${1:-}" != "" ] && [[ $1 == -D* ]]; do
        options+=("$1")
        shift
    done
    if command -v ccache >/dev/null; then
        # Relative paths, so that a second clone finds what the first has compiled.
        export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_SLOPPINESS=pch_defines,time_macros
        export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
    fi
    (cd "$root" && cmake --preset "$preset" "${options[@]}" >"$root/.configure.log" 2>&1) || {
        cat "$root/.configure.log"
        return 1
    }
    rm -f "$root/.configure.log"
    cmake --build "$root/build-$preset" --target "$@"
}
