#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# As the official image does: the configuration may come whole in a variable.
set -e
if [ -n "${KESTRA_CONFIGURATION:-}" ]; then
    mkdir -p /app/confs
    echo "${KESTRA_CONFIGURATION}" > /app/confs/application.yml
fi
exec /app/kestra "$@"
