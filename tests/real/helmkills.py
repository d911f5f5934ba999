# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""kill -9 at random moments of a run on a Helm release, then resume or rollback: always exactly the old or the new."""

from kills import Kills


class HelmKills(Kills):
    def go_on(self, way):
        super().go_on(way)
        self.site.rolled_out()
