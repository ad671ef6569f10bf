#!/usr/bin/env bash
# Brings a Debian 12 machine to where bridle builds: setup.sh [build|all|python|spark]. `all`, the default, adds
# clang for the fuzz targets and the linters, what prints and checks reports, and Apache Spark. What is there already is left alone.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(g++ cmake ninja-build ccache pkg-config ca-certificates
  libsqlite3-dev sqlite3 libssl-dev zlib1g-dev libisal-dev libdeflate-dev libpsl-dev libidn2-dev libre2-dev
  libhowardhinnant-date-dev tzdata libcli11-dev libgtest-dev libbenchmark-dev libsimdjson-dev openssl openssh-client curl python3 python3-venv publicsuffix
  libpython3-dev patchelf)
if [ "${1:-all}" = all ]; then
  packages+=(clang-19 clang-tidy-19 clang-format-19 libclang-rt-19-dev weasyprint fonts-noto-core python3-html5lib python3-pikepdf chromium-headless-shell)
fi
if [[ ${1:-all} =~ ^(all|spark)$ ]]; then packages+=(openjdk-17-jre-headless); fi

missing=()
present=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${packages[@]}" 2>/dev/null || true)
for package in "${packages[@]}"; do
  grep -qx "installed $package" <<<"$present" || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
  echo "setup: installing ${missing[*]}"
  as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || {
      echo "setup: not root and no sudo; as root run: apt-get install ${missing[*]}" >&2
      exit 1
    }
    as_root=(sudo)
  fi
  apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=3 -o Dpkg::Use-Pty=0)
  "${apt[@]}" update
  "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null
fi

pyarrow=$(sed -n 's/^pyarrow==\([^ ]*\).*/\1/p' tools/requirements.txt)
if ! compgen -G ".deps/python/lib/python3*/site-packages/pyarrow-$pyarrow.dist-info" >/dev/null; then
  echo "setup: fetching pyarrow $pyarrow"
  rm -rf .deps/python
  /usr/bin/python3 -m venv .deps/python
  .deps/python/bin/pip install --quiet --disable-pip-version-check --only-binary :all: \
    --require-hashes -r tools/requirements.txt
fi

# environment NAME WHAT REQUIREMENTS [PIP'S OPTIONS…]: packages as .deps/NAME, unless it has just those.
# One that has no wheel makes pip say each time that its way of installing such grows old.
environment() {
  local place=.deps/$1 what=$2 requirements=$3 wanted
  shift 3
  wanted=$(sha256sum <"$requirements")
  if [ "$(cat "$place/made" 2>/dev/null)" = "$wanted" ]; then return; fi
  echo "setup: fetching $what"
  rm -rf "$place"
  /usr/bin/python3 -m venv "$place"
  "$place/bin/pip" install --quiet --disable-pip-version-check "$@" --require-hashes -r "$requirements" \
    2> >(grep -v DEPRECATION >&2)
  echo "$wanted" >"$place/made"
}

# The environment reads Parquet with the pyarrow of the build.
with_pyarrow() {
  realpath .deps/python/lib/python3*/site-packages >"$(echo ".deps/$1"/lib/python3*/site-packages)/pyarrow_of_the_build.pth"
}

# The tests of each are skipped where it is not there.
if [ "${1:-all}" = all ]; then
  # 85 MB.
  environment validators "the validators of the exports" tools/requirements-validators.txt \
    --no-deps --no-build-isolation --only-binary :all: --no-binary cpe
  # 54 MB fetched, 193 MB here.
  environment view "what drives chromium" tools/view_requirements.txt --only-binary :all:
fi
if [[ ${1:-all} =~ ^(all|python)$ ]]; then
  # 100 MB fetched, 430 MB here.
  environment frames "what the Python wheel is tried with" tools/requirements-python.txt --no-deps --only-binary :all:
  with_pyarrow frames
fi
if [[ ${1:-all} =~ ^(all|spark)$ ]]; then
  # 485 MB fetched, 665 MB here; Java, which runs it, is among the packages.
  environment spark "Apache Spark" tools/requirements-spark.txt --no-deps --no-build-isolation
  with_pyarrow spark
fi
