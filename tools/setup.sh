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

# What checks the exports: 85 MB. Its tests are skipped where it is not there.
validators=.deps/validators
wanted=$(sha256sum <tools/requirements-validators.txt)
if [ "${1:-all}" = all ] && [ "$(cat "$validators/made" 2>/dev/null)" != "$wanted" ]; then
  echo "setup: fetching the validators of the exports"
  rm -rf "$validators"
  /usr/bin/python3 -m venv "$validators"
  # cpe has no wheel, and pip says each time that its way of installing such grows old.
  "$validators/bin/pip" install --quiet --disable-pip-version-check --no-deps --no-build-isolation --only-binary :all: \
    --no-binary cpe --require-hashes -r tools/requirements-validators.txt 2> >(grep -v DEPRECATION >&2)
  echo "$wanted" >"$validators/made"
fi

# What drives chromium: 54 MB fetched, 193 MB here. Its tests are skipped where it is not there.
view=.deps/view
wanted=$(sha256sum <tools/view_requirements.txt)
if [ "${1:-all}" = all ] && [ "$(cat "$view/made" 2>/dev/null)" != "$wanted" ]; then
  echo "setup: fetching what drives chromium"
  rm -rf "$view"
  /usr/bin/python3 -m venv "$view"
  "$view/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: \
    --require-hashes -r tools/view_requirements.txt
  echo "$wanted" >"$view/made"
fi

# `python`, and `all`: what the wheel is tried with; 100 MB fetched, 430 MB here. Its tests are skipped where it is not there.
frames=.deps/frames
wanted=$(sha256sum <tools/requirements-python.txt)
if [[ ${1:-all} =~ ^(all|python)$ ]] && [ "$(cat "$frames/made" 2>/dev/null)" != "$wanted" ]; then
  echo "setup: fetching what the Python wheel is tried with"
  rm -rf "$frames"
  /usr/bin/python3 -m venv "$frames"
  "$frames/bin/pip" install --quiet --disable-pip-version-check --no-deps --only-binary :all: \
    --require-hashes -r tools/requirements-python.txt
  realpath .deps/python/lib/python3*/site-packages >"$(echo "$frames"/lib/python3*/site-packages)/pyarrow_of_the_build.pth"
  echo "$wanted" >"$frames/made"
fi

# `spark`, and `all`: Apache Spark, 485 MB fetched, 665 MB here, and the Java that runs it. It reads with the pyarrow of the
# build. Its test is skipped where it is not there.
spark=.deps/spark
wanted=$(sha256sum <tools/requirements-spark.txt)
if [[ ${1:-all} =~ ^(all|spark)$ ]] && [ "$(cat "$spark/made" 2>/dev/null)" != "$wanted" ]; then
  echo "setup: fetching Apache Spark"
  rm -rf "$spark"
  /usr/bin/python3 -m venv "$spark"
  "$spark/bin/pip" install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
    --require-hashes -r tools/requirements-spark.txt 2> >(grep -v DEPRECATION >&2)
  realpath .deps/python/lib/python3*/site-packages >"$(echo "$spark"/lib/python3*/site-packages)/pyarrow_of_the_build.pth"
  echo "$wanted" >"$spark/made"
fi
