# What ./plenum, ./test and .ci/run share: sourced, never run. Needs $root, the repository's folder.
# Everything here talks on stderr; stdout belongs to the program that was asked for.

say() { printf '%s\n' "$*" >&2; }

# The .NET that was put into the repository wins; else the one on the PATH. Its folder is told to the
# built programs too, which look for their runtime in fixed places otherwise.
use_dotnet() {
    local dotnet
    if [ -x "$root/.dotnet/dotnet" ]; then dotnet="$root/.dotnet/dotnet"
    else dotnet="$(command -v dotnet)" || return 1; fi
    dotnet="$(readlink -f "$dotnet")"
    [ -d "${dotnet%/*}/host/fxr" ] && export DOTNET_ROOT="${dotnet%/*}"
    case ":$PATH:" in *":${dotnet%/*}:"*) ;; *) PATH="${dotnet%/*}:$PATH" ;; esac
}

# Whether the SDK at hand is one that global.json accepts.
sdk_fits() { use_dotnet && (cd "$root" && dotnet --version) >/dev/null 2>&1; }

# Makes sure of an SDK: as a package if we may install one, else a private copy under .dotnet/.
ensure_sdk() {
    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1
    export DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=true DOTNET_GENERATE_ASPNET_CERTIFICATE=false
    ensure_home
    sdk_fits && return 0
    say "The .NET 10 SDK is missing: installing it…"
    if apt_has dotnet-sdk-10.0 && apt_install dotnet-sdk-10.0 && sdk_fits; then return 0; fi
    local script="$root/.dotnet/dotnet-install.sh"
    if mkdir -p "$root/.dotnet" && fetch https://dot.net/v1/dotnet-install.sh "$script" &&
        bash "$script" --channel 10.0 --install-dir "$root/.dotnet" >&2 && sdk_fits; then return 0; fi
    say "Could not install the .NET 10 SDK. Install it by hand and try again:"
    say "    curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 --install-dir '$root/.dotnet'"
    return 1
}

# The .NET tools and NuGet write below HOME. Where that is not possible they write below artifacts/.
ensure_home() {
    [ -n "${HOME:-}" ] && [ -w "$HOME" ] && return 0
    export DOTNET_CLI_HOME="${DOTNET_CLI_HOME:-$root/artifacts/home}"
    export NUGET_PACKAGES="${NUGET_PACKAGES:-$root/artifacts/home/packages}"
    export NUGET_HTTP_CACHE_PATH="${NUGET_HTTP_CACHE_PATH:-$root/artifacts/home/http}"
    export NUGET_SCRATCH="${NUGET_SCRATCH:-$root/artifacts/home/scratch}"
    HOME="$root/artifacts/home"
    export HOME
    mkdir -p "$HOME"
}

fetch() { # URL FILE
    if command -v curl >/dev/null; then curl -fsSL --retry 2 --max-time 120 -o "$2" "$1" 2>&1 | sed 's/^/  /' >&2; return "${PIPESTATUS[0]}"
    elif command -v wget >/dev/null; then wget -q -O "$2" "$1"
    else say "  neither curl nor wget is here"; return 1; fi
}

may_apt() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

apt_has() { may_apt && [ -n "$(apt-cache madison "$1" 2>/dev/null)" ]; }

# Installs packages without a question; refreshes the lists once if the first try fails.
apt_install() {
    may_apt || return 1
    local attempt=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@")
    "${attempt[@]}" >/dev/null 2>&1 </dev/null && return 0
    apt-get update -qq >/dev/null 2>&1 </dev/null
    "${attempt[@]}" </dev/null 2>&1 >/dev/null | tail -n 5 >&2
    return "${PIPESTATUS[0]}"
}

# ensure_tools COMMAND=PACKAGE…: installs what is missing. What stays missing is said, with the command that
# installs it, and the return value is 1.
ensure_tools() {
    local pair missing=()
    for pair in "$@"; do command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}"); done
    [ ${#missing[@]} = 0 ] && return 0
    if may_apt; then
        say "Installing ${missing[*]}…"
        apt_install "${missing[@]}" && return 0
        # One package that cannot be had must not keep the others away.
        for pair in "${missing[@]}"; do apt_install "$pair"; done
        missing=()
        for pair in "$@"; do command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}"); done
        [ ${#missing[@]} = 0 ] && return 0
    fi
    say "Missing: ${missing[*]}. What needs it is skipped. To have it:"
    say "    sudo apt-get install -y --no-install-recommends ${missing[*]}"
    return 1
}
