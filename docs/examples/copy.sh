#!/usr/bin/env bash
# Keeps a copy of the published facts in copy.json. Needs curl and jq.
#
#   LEERSPOOR=http://localhost:8080 TOKEN=$(scripts/token.sh testkoppeling) copy.sh
#       from zero or from where the copy is, and goes on as facts come; with --once until there are no more.
set -euo pipefail
base=${LEERSPOOR:-http://localhost:8080}
[ -f copy.json ] || echo '{"position":0,"facts":{}}' > copy.json

# what the published type asks of who keeps a copy: see "Duties" in events.md
take='
  def person: .data.contactPersonId // .subject;
  reduce inputs.items[] as $item (.;
    $item.event as $event
    | if $event.type | endswith(".personal-data-erased.v1")
      then .facts |= with_entries(select(.value.subject != ($event | person)
                                         and ([.value.data[]] | index($event | person) | not)))
      else . end
    | reduce (($event.data.retracts // [])[], ($event.data.correctsEventId // empty)) as $id (.; del(.facts[$id]))
    | .facts[$event.id] = ($event | {type, subject, data}))
  | .position = $next'

# one page; the facts and the position that they reach are kept in one move: a crash repeats, and never skips
page() {
  curl -sSf "$base/v1/events?limit=1000&wait=$1&after=$(jq .position copy.json)" \
    -H "Authorization: Bearer $TOKEN" > page.json
  jq --argjson next "$(jq .next page.json)" "$take" copy.json page.json > copy.json.new
  mv copy.json.new copy.json
  [ "$(jq '.items | length' page.json)" -gt 0 ]
}

while page 0; do :; done
jq -r '"\(.facts | length) facts up to \(.position)"' copy.json
[ "${1:-}" = --once ] || while :; do page 30 || true; done
