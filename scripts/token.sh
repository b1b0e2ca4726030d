#!/usr/bin/env bash
# Prints an access token. Needs curl.
#
#   TOKEN=$(scripts/token.sh testprojectleider)
#       of a demo user of the program that `mvn spring-boot:run` starts, for an hour. Environment: BASE, the address of the
#       program (http://localhost:8080); LEERSPOOR_DATA, the folder of its data (./data).
#
#   TOKEN=$(ISSUER=https://login.example.org/realms/leerspoor scripts/token.sh)
#       of your own, from the provider of identities: it says where to log in with which code, and waits until you have
#       (OAuth 2.0 Device Authorization Grant, RFC 8628). Environment: CLIENT, as the provider knows it (leerspoor-cli).
set -euo pipefail

fail() {
    echo "$*" >&2
    exit 1
}

# member <name>: one member of a JSON object of texts and numbers
member() {
    sed -n 's/.*"'"$1"'" *: *"\{0,1\}\([^",}]*\).*/\1/p'
}

demo_user() {
    local kept=${LEERSPOOR_DATA:-data}/demo-password
    [ -r "$kept" ] || fail "There is no $kept: type this where the program was started, or set LEERSPOOR_DATA"
    # by way of a file descriptor, since others can read a command line
    curl --silent --show-error --config <(echo "user = \"$1:$(cat "$kept")\"") \
        --data grant_type=client_credentials "${BASE:-http://localhost:8080}/oauth2/token"
}

device() {
    local client=${CLIENT:-leerspoor-cli} provider started answer
    provider=$(curl --silent --show-error --fail "${ISSUER%/}/.well-known/openid-configuration")
    started=$(curl --silent --show-error --data "client_id=$client" --data scope=openid \
        "$(member device_authorization_endpoint <<<"$provider")")
    [ -n "$(member device_code <<<"$started")" ] || fail "No code: $started"
    echo "Log in at $(member verification_uri <<<"$started") with code $(member user_code <<<"$started")" >&2
    while :; do
        sleep "$(member interval <<<"$started" | grep . || echo 5)"
        answer=$(curl --silent --show-error --data "client_id=$client" \
            --data grant_type=urn:ietf:params:oauth:grant-type:device_code \
            --data-urlencode "device_code=$(member device_code <<<"$started")" \
            "$(member token_endpoint <<<"$provider")")
        case $(member error <<<"$answer") in
            authorization_pending | slow_down) ;;
            *) break ;;
        esac
    done
    echo "$answer"
}

if [ -n "${ISSUER:-}" ] && [ $# = 0 ]; then
    answer=$(device)
elif [ -z "${ISSUER:-}" ] && [ $# = 1 ]; then
    answer=$(demo_user "$1")
else
    sed -n '2,11s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 64
fi
token=$(member access_token <<<"$answer")
[ -n "$token" ] || fail "No token: $answer"
echo "$token"
