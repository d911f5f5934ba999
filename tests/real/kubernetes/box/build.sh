#!/bin/bash
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# build.sh CACHE: builds Kubernetes and Helm from their published sources, fetched by Go's own module proxy, and prints the
# folder with the programs on its last line. Takes a quarter of an hour and 6 GB once; afterwards nothing but the programs
# (200 MB) stays, below CACHE, under a name that follows from these sources. Progress goes to standard error.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# Versions that the Go of Debian 13 understands, and of the same client library, so that most is compiled once.
kubernetes=1.34.4 helm=3.19.5

command -v go > /dev/null || { echo "SKIPPED: Kubernetes is built with Go, which is missing here."; exit 0; }
mkdir -p "$1"
exec 9> "$1/kubernetes.lock"
flock 9
key=$(cat "$0" "$here/main.go" <(go version) | sha256sum | cut -c 1-12)
programs=$1/kubernetes-$key
[ ! -d "$programs" ] || { echo "$programs"; exit 0; }

started=$SECONDS
say() { echo "kubernetes: $* ($((SECONDS - started)) s)" >&2; }
# What a broken build left is used again by the next one.
work=$1/kubernetes-build
mkdir -p "$work/programs"
export GOMODCACHE=${GOMODCACHE:-$work/modules} GOCACHE=${GOCACHE:-$work/objects} GOFLAGS="-modcacherw -buildvcs=false -trimpath" \
    GOTOOLCHAIN=local GOWORK=off CGO_ENABLED=0
cp "$here/main.go" "$work/"
cd "$work"

fetch() {
    say "fetching Kubernetes $kubernetes and Helm $helm"
    local source
    source=$(go mod download -json "k8s.io/kubernetes@v$kubernetes" | sed -n 's/.*"GoMod": "\(.*\)",/\1/p')
    # Kubernetes keeps its libraries beside it in one repository; here the published ones take their place.
    {
        printf 'module box\n\ngo 1.24.0\n\ntool helm.sh/helm/v3/cmd/helm\n\n'
        printf 'require k8s.io/kubernetes v%s\nrequire helm.sh/helm/v3 v%s\n\n' "$kubernetes" "$helm"
        sed -n "s#^[[:space:]]*\(k8s.io/[a-z0-9-]*\) => ./staging.*#replace \1 => \1 v0.${kubernetes#1.}#p" "$source"
    } > go.mod
    rm -f go.sum
    go mod tidy
}

if ! fetch > fetch.log 2>&1; then
    grep -v downloading fetch.log | tail -n 20 >&2
    echo "SKIPPED: the sources of Kubernetes and Helm could not be fetched through Go's module proxy."
    exit 0
fi
say "fetched; now compiling about 3000 packages, see $work/objects"
# So that programs, and charts that ask for it, see the version.
version="-X k8s.io/component-base/version.gitVersion=v$kubernetes -X k8s.io/client-go/pkg/version.gitVersion=v$kubernetes \
    -X k8s.io/component-base/version.gitMajor=1 -X k8s.io/component-base/version.gitMinor=34"
library="-X helm.sh/helm/v3/pkg/lint/rules.k8sVersionMajor=1 -X helm.sh/helm/v3/pkg/lint/rules.k8sVersionMinor=34 \
    -X helm.sh/helm/v3/pkg/chartutil.k8sVersionMajor=1 -X helm.sh/helm/v3/pkg/chartutil.k8sVersionMinor=34 \
    -X helm.sh/helm/v3/internal/version.version=v$helm"
while sleep 30; do say "compiling, $(du -sm "$GOCACHE" | cut -f 1) MB of objects so far"; done &
progress=$!
trap 'kill "$progress" 2> /dev/null' EXIT
go build -p "$(nproc)" -ldflags "-s -w $library" -o programs/helm helm.sh/helm/v3/cmd/helm
say "helm is built"
go build -p "$(nproc)" -ldflags "-s -w $version" -o programs/kubernetes .
for name in etcd kube-apiserver kube-controller-manager kube-scheduler kube-proxy kubelet kubectl; do
    ln -sf kubernetes "programs/$name"
done
say "built"
rm -rf "$1"/kubernetes-????????????
mv programs "$programs"
cd /
rm -rf "$work"
echo "$programs"
