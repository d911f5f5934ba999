// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmscripts.h"

using namespace Qt::StringLiterals;

namespace
{

const QString beginning = uR"sh(context=$1 namespace=$2
shift 2
kubectl() { command kubectl --context "$context" -n "$namespace" "$@"; }
helm() { command helm --kube-context "$context" -n "$namespace" "$@"; }
plain() { LC_ALL=C tr '\n\t' '  ' | LC_ALL=C tr -cd '\40-\176' | tr -d '"\\' | cut -c 1-400; }
)sh"_s;

/// One line a pod: name, going or here, ready, made at, images, restarts, reasons.
const QString podTemplate =
    u"{{range .items}}{{.metadata.name}}|{{if .metadata.deletionTimestamp}}going{{else}}here{{end}}|"
    "{{range .status.conditions}}{{if eq .type \"Ready\"}}{{.status}}{{end}}{{end}}|"
    "{{.metadata.creationTimestamp}}|{{range .spec.containers}} {{.image}}{{end}} |"
    "{{range .status.containerStatuses}}{{.restartCount}} {{end}}|"
    "{{with .status.reason}}{{.}} {{end}}{{with .status.message}}{{printf \"%q\" .}} {{end}}"
    "{{range .status.conditions}}{{if eq .type \"PodScheduled\"}}{{if eq .status \"False\"}}{{.reason}}"
    "{{with .message}}: {{printf \"%q\" .}}{{end}} {{end}}{{end}}{{end}}"
    "{{range .status.initContainerStatuses}}{{with .state.waiting}}{{.reason}}"
    "{{with .message}}: {{printf \"%q\" .}}{{end}} {{end}}{{end}}"
    "{{range .status.containerStatuses}}{{with .state.waiting}}{{.reason}}"
    "{{with .message}}: {{printf \"%q\" .}}{{end}} {{end}}"
    "{{with .lastState.terminated}}last end: {{.reason}} (exit code {{.exitCode}}) {{end}}{{end}}"
    "{{\"\\n\"}}{{end}}"_s;

} // namespace

QString HelmScripts::sameCluster()
{
    return beginning + uR"sh(set -eu
server=$(kubectl config view --minify -o 'jsonpath={.clusters[0].cluster.server}')
uid=
[ -z "$2" ] || uid=$(kubectl get namespace "$namespace" -o 'jsonpath={.metadata.uid}')
[ "$server" = "$1" ] && [ "$uid" = "$2" ] || { echo "The context $context now points elsewhere: to $server, namespace $uid. It was $1, namespace $2." >&2; exit 1; })sh"_s;
}

QString HelmScripts::rollout()
{
    return beginning + uR"sh(what=$1 selector=$2 wanted=$3 image=$4
name=${what#*/} ready=0 state=waiting why=
pods=$(kubectl get pods -l "$selector" -o go-template='%1') || exit 1
while IFS='|' read -r pod going isready made images restarts reason; do
  case $pod in "$name"-*) ;; *) continue ;; esac
  if [ "$going" != here ]; then why="$pod is still ending"; ready=-999; continue; fi
  case $images in *" $image "*) ;; *) [ -z "$image" ] || { why="$pod still has$images"; ready=-999; continue; } ;; esac
  if [ "$isready" = True ]; then ready=$((ready + 1)); continue; fi
  why="$pod: $reason"
  case $reason in *ImagePullBackOff*|*InvalidImageName*|*CreateContainer*Error*|*RunContainerError*|*ErrImageNeverPull*|Evicted*) state=hopeless ;; esac
  for n in $restarts; do [ "$n" -lt 3 ] || state=hopeless; done
  age=$(( $(date +%s) - $(date -d "$made" +%s 2>/dev/null || date +%s) ))
  case $reason in *Unschedulable*) [ "$age" -lt 120 ] || state=hopeless ;; esac
  if [ "$state" = hopeless ]; then
    last=$(kubectl logs "$pod" --previous --tail=100 2>/dev/null | grep -E 'ERROR|FATAL|[Ee]rror' | tail -n 1) || last=
    why="$why $last"; break
  fi
  case $reason in ''|ContainerCreating*|PodInitializing*)
    why="$why $(kubectl get events --field-selector "type=Warning,involvedObject.name=$pod" -o 'jsonpath={.items[-1:].reason}: {.items[-1:].message}' 2>/dev/null)" ;; esac
done <<END
$pods
END
if [ "$ready" -ge "$wanted" ]; then state=ready why=
elif [ -z "$why" ]; then
  why=$(kubectl get "$what" -o go-template='{{range .status.conditions}}{{if eq .type "ReplicaFailure"}}{{.message}}{{end}}{{end}}' 2>/dev/null) || why=
  [ -n "$why" ] || why=$(kubectl get events --field-selector "type=Warning,reason=FailedCreate" -o 'jsonpath={.items[-1:].message}' 2>/dev/null) || why=
  case $why in *quota*|*forbidden*) state=hopeless ;; '') why="$ready of $wanted pods are ready" ;; esac
fi
printf '{"state":"%s","why":"%s"}\n' "$state" "$(printf '%s' "$why" | plain)")sh"_s.arg(podTemplate);
}

QString HelmScripts::createJob()
{
    return beginning + uR"sh(set -eu
what=$1 job=$2 patch=$3
if kubectl get job "$job" >/dev/null 2>&1; then exit 0; fi
spec=$(kubectl get "$what" -o 'jsonpath={.spec.template.spec}')
printf '{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"%s","labels":{"app.kubernetes.io/managed-by":"kestra-upgrade"}},"spec":{"backoffLimit":0,"template":{"spec":%s}}}' "$job" "$spec" |
  kubectl patch --local -f - --type=json -p "$patch" -o json | kubectl create -f -)sh"_s;
}

QString HelmScripts::lookAtJob()
{
    return beginning + uR"sh(job=$1 state=waiting why=
ends=$(kubectl get job "$job" -o go-template='{{range .status.conditions}}{{if eq .status "True"}}{{.type}} {{end}}{{end}}') || exit 1
case $ends in *Complete*) state=done ;; *Failed*) state=hopeless ;; esac
if [ "$state" = waiting ]; then
  why=$(kubectl get pods -l "job-name=$job" -o go-template='%1' | cut -d '|' -f 7)
  case $why in *ImagePullBackOff*|*InvalidImageName*|*CreateContainer*Error*|*ErrImageNeverPull*|Evicted*) state=hopeless ;; esac
elif [ "$state" = hopeless ]; then
  why=$(kubectl logs "job/$job" --tail=100 2>/dev/null | grep -E 'ERROR|FATAL|[Ee]rror|[Ff]ailed' | tail -n 1)
  [ -n "$why" ] || why=$(kubectl logs "job/$job" --tail=1 2>&1)
fi
printf '{"state":"%s","why":"%s"}\n' "$state" "$(printf '%s' "$why" | plain)")sh"_s.arg(podTemplate);
}

QString HelmScripts::removeJob()
{
    return beginning + uR"sh(kubectl logs "job/$1" --tail=200 2>/dev/null || :
kubectl delete job "$1" --ignore-not-found --timeout=120s)sh"_s;
}

QString HelmScripts::digests()
{
    return beginning + uR"sh(while [ $# -gt 1 ]; do
  kubectl get pods -l "$1" -o go-template='{{range .items}}{{range .status.containerStatuses}}{{.name}} {{.imageID}}{{"\n"}}{{end}}{{end}}' |
    sed -n "s/^$2 //p"
  shift 2
done | sort -u)sh"_s;
}

QString HelmScripts::upgrade()
{
    return beginning + uR"sh(set -eu
release=$1 revision=$2 mark=$3 chart=$4
shift 4
# What an interrupted try of this very step left would hold up every other one.
stale=$(kubectl get secrets -l "owner=helm,name=$release,status=pending-upgrade,upgrade-step=$mark" -o name)
[ -z "$stale" ] || kubectl delete $stale
values=$(helm get values "$release" --revision "$revision" -o yaml)
printf '%s\n' "$values" | helm upgrade "$release" "$chart" -f - --reset-values --history-max 30 --timeout 30m --labels "upgrade-step=$mark" "$@" >/dev/null)sh"_s;
}

QString HelmScripts::render()
{
    return beginning + uR"sh(set -eu
release=$1 revision=$2 chart=$4
shift 4
values=$(helm get values "$release" --revision "$revision" -o yaml)
printf '%s\n' "$values" | helm upgrade "$release" "$chart" -f - --reset-values --dry-run=server -o json "$@")sh"_s;
}

QString HelmScripts::annotate()
{
    return beginning + uR"sh(kubectl annotate scaledobject "$2" "$1" --overwrite)sh"_s;
}
