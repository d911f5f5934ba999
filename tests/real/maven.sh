#!/bin/sh
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# maven.sh ARG…: Maven, which trusts what the system trusts.
set -eu
store=$(mktemp -d)
trap 'rm -rf "$store"' EXIT
openssl pkcs12 -export -nokeys -jdktrust anyExtendedKeyUsage -in /etc/ssl/certs/ca-certificates.crt -out "$store/trust" -passout pass:changeit
MAVEN_OPTS="-Djavax.net.ssl.trustStore=$store/trust -Djavax.net.ssl.trustStoreType=PKCS12 -Djavax.net.ssl.trustStorePassword=changeit"
export MAVEN_OPTS
mvn -q -B "$@"
