#!/bin/bash
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# Stands for all three programs: kestra-upgrade carries out its first argument, the others say how they were called.
case ${0##*/} in
    kestra-upgrade)
        command=$1
        shift
        eval "$command"
        ;;
    practice-kestra) echo "$*" >> "$FIXTURE_LOG" ;;
    kestra-upgrade-assistant)
        echo "$1 ${3%%:*} on ${DISPLAY:+a screen}"
        touch "$2/page.png"
        exit 7
        ;;
esac
