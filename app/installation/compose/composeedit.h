// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/compose/composefile.h"

/// The text that decides which Kestra a service runs: FROM of its own build, else its image.
const SourceText &decidingText(const ComposeService &service);
/// "file:line" of the bytes that hold its tag.
QString tagWhere(const ComposeService &service);

/// Changes of the texts that give a service another tag ("v1.3.44", "v1.0.36@sha256:…"); every byte outside
/// the tag stays. NeedsPerson when no text here decides it.
Result<Patch> tagPatch(const ComposeProject &project, const ComposeService &service,
                       const QString &tagAndDigest);
/// The same for the whole reference ("postgres@sha256:…").
Result<Patch> imagePatch(const ComposeProject &project, const ComposeService &service, const QString &image);
/// `pull_policy: always` (and the like that pull unasked) becomes `missing`; nothing when it is harmless.
std::optional<Patch> pullPolicyPatch(const ComposeService &service);
/// A `stop_grace_period` of at least `seconds`; nothing when it is long enough.
std::optional<Patch> gracePatch(const ComposeService &service, int seconds);
