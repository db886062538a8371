# shellcheck shell=bash
# What the set-ups of all real systems share. Each of them is a folder here with a script `system`, which reads this first and then knows
# these words: install, up, down, and its own. All that runs belongs to an unprivileged account, listens on 127.0.0.1 only, and keeps all
# its files below $REAL_STATE.
set -euo pipefail
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
# Debian's tools by Debian's own interpreters, whatever else is on the PATH.
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

: "${REAL_STATE:?where run-time files go}"
system=$(basename "$(cd "$(dirname "$0")" && pwd -P)")
state=$REAL_STATE/$system
account=${REAL_ACCOUNT:-nobody}

say() { printf '== %s: %s\n' "$system" "$*" >&2; }
die() { say "$*"; exit 1; }

# install_packages package...: those that are missing, and only with a package list that is there.
install_packages() {
  local each missing=()
  for each in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$each" 2>/dev/null || true)" = "ii " ] || missing+=("$each")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  local log=$state/apt.log
  if ! apt-cache show "${missing[@]}" >/dev/null 2>&1; then
    apt-get -q update >"$log" 2>&1 || { tail -n 5 "$log" >&2; return 1; }
  fi
  apt-get -y -q -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 --no-install-recommends install "${missing[@]}" >>"$log" 2>&1 ||
    { tail -n 20 "$log" >&2; return 1; }
}

# A container has nobody who would start and stop what packages bring; we do that ourselves.
without_services() {
  [ -e /usr/sbin/policy-rc.d ] || printf '#!/bin/sh\nexit 101\n' | install -m 755 /dev/stdin /usr/sbin/policy-rc.d
}

# A port that was free a moment ago, of those that are not handed out to others.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 10000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# launch name command...: in a session of its own, by the account, with a log.
launch() {
  local name=$1
  shift
  : >>"$state/$name.log"
  chown "$account" "$state/$name.log"
  setsid setpriv --reuid="$account" --regid="$(id -g "$account")" --clear-groups --no-new-privs -- "$@" \
    >>"$state/$name.log" 2>&1 </dev/null &
  echo $! >"$state/$name.pid"
}

runs() { [ -s "$state/$1.pid" ] && kill -0 "$(cat "$state/$1.pid")" 2>/dev/null; }

# halt name: the process that was launched, and what it started.
halt() {
  local name=$1 pid tries=0
  if runs "$name"; then
    pid=$(cat "$state/$name.pid")
    kill -TERM -- "-$pid" 2>/dev/null || true
    while kill -0 "$pid" 2>/dev/null; do
      tries=$((tries + 1))
      [ "$tries" -lt 100 ] || { kill -KILL -- "-$pid" 2>/dev/null || true; break; }
      sleep 0.1
    done
  fi
  rm -f "$state/$name.pid"
}

# answers url name: until it does, as long as the process is there.
answers() {
  local tries=0
  until curl -s -o /dev/null --noproxy '*' --max-time 5 "$1"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 150 ] || ! runs "$2"; then
      tail -n 20 "$state/$2.log" >&2
      die "no answer from $1"
    fi
    sleep 0.2
  done
}

# postgres_database name: starts the PostgreSQL of postgres/system where it does not run, with a database of that name and its owner;
# the first time it is empty. Those who use it need not be started in a certain order.
postgres_database() {
  local postgres
  postgres=$(dirname "$0")/../postgres/system
  "$postgres" install
  "$postgres" up
  "$postgres" database "$1"
}

# postgres_property name key: of such a database: host, port, database, user, password, jdbc.
postgres_property() { sed -n "s/^$2=//p" "$REAL_STATE/postgres/$1.properties"; }

mkdir -p "$state"
# Others may pass through, to the files of the account.
chmod 755 "$REAL_STATE" "$state"
