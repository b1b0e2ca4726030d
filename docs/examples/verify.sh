#!/usr/bin/env bash
# Says whether a message of a webhook is genuine. Needs openssl 3.
#
#   SECRET=whsec_… verify.sh <webhook-id> <webhook-timestamp> <webhook-signature> < body
set -euo pipefail
id=$1 time=$2 signatures=$3

key=$(printf '%s' "${SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \n')
ours=$({ printf '%s.%s.' "$id" "$time"; cat; } | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)
now=$(date +%s)
if [ "$((now > time ? now - time : time - now))" -lt 300 ] && [[ " $signatures " == *" v1,$ours "* ]]; then
  echo genuine
else
  echo "not genuine"
  exit 1
fi
