// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

/// The POSIX scripts that steps for a release run. Each begins with context and namespace as $1 and $2;
/// foreign text comes as words, never pasted in.
namespace HelmScripts
{

/// $3 URL of the API server, $4 uid of the namespace ("" when it could not be seen).
QString sameCluster();
/// $3 workload, $4 selector, $5 replicas wanted, $6 image ("": any). One JSON object: state is ready, waiting
/// or hopeless; why is the reason in the cluster's own words.
QString rollout();
/// $3 workload, $4 name of the Job, $5 JSON patch for it.
QString createJob();
/// $3 name of the Job. State is done, waiting or hopeless.
QString lookAtJob();
/// $3 name of the Job. Its last words, then it goes.
QString removeJob();
/// Pairs of $3 selector and $4 container. Prints what they run, by digest, each once.
QString digests();
/// $3 release, $4 revision whose values count, $5 mark of the step, $6 chart, then further words of
/// `helm upgrade`.
QString upgrade();
/// The same words; prints the release as JSON as it would be, and changes nothing.
QString render();
/// $3 annotation for KEDA with its value, or with a dash to remove it; $4 name.
QString annotate();

} // namespace HelmScripts
