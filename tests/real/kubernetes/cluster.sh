#!/bin/bash
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# cluster.sh PROGRAMS REGISTRY COMMAND [ARG…]: runs COMMAND beside a Kubernetes of its own with one node, where pods truly
# run: etcd, API server, controllers, scheduler, service proxy, kubelet and containerd. All of it, with its network and
# mounts, lies in namespaces of its own and ends with COMMAND. PROGRAMS is what box/build.sh made. Images come from the
# folder REGISTRY (made by ../docker/images.py) and from nowhere else: there is no other network.

set -eu
here=$(cd "$(dirname "$0")" && pwd)

if [ "${1:-}" != --inside ]; then
    if [ "$(id -u)" != 0 ] || ! awk 'NR == 1 { exit $3 < 65536 }' /proc/self/uid_map; then
        echo "SKIPPED: a Kubernetes of its own needs the root account."
        exit 0
    fi
    for program in containerd ctr runc ip iptables openssl /usr/lib/cni/ptp; do
        command -v "$program" > /dev/null || { echo "SKIPPED: $program is missing on this system."; exit 0; }
    done
    namespaces=(unshare --mount --pid --net --fork --kill-child --mount-proc --propagation private)
    if ! "${namespaces[@]}" true 2> /dev/null; then
        echo "SKIPPED: this root account may not make namespaces."
        exit 0
    fi
    exec "${namespaces[@]}" bash "$0" --inside "$@"
fi

programs=$2 registry=$3
shift 3

# The data lie on a real disk: overlayfs does not stack on another overlay. A lock tells which ones are in use.
cache=$(dirname "$registry")
remove_cluster() {
    find /sys/fs/cgroup -depth -type d -path "*/kestra-upgrade-$(basename "$1")*" -exec rmdir {} + 2> /dev/null || true
    rm -rf "$1"
}
for old in "$cache"/cluster-*/; do
    [ ! -e "$old/lock" ] || ! flock --nonblock "$old/lock" true || remove_cluster "$old"
done
state=$(mktemp -d "$cache/cluster-XXXXXX")
exec 8> "$state/lock"
flock 8
mkdir -p "$state"/{tags,log,cni,keys,helm,charts,mirror/docker.io,containerd,kubelet}
cp -r "$registry/repositories" "$state/tags/"
export REAL_TAGS=$state/tags/repositories REAL_STATE=$state KUBECONFIG=$state/kubeconfig PATH=$programs:$PATH
export HELM_CACHE_HOME=$state/helm/cache HELM_CONFIG_HOME=$state/helm/config HELM_DATA_HOME=$state/helm/data

# The kubelet refuses a loopback address as the node's own.
node=10.231.255.1
ip link set lo up
ip addr add "$node/32" dev lo
# So that services are reached from here too; where to is the proxy's matter.
ip route add 10.96.0.0/16 dev lo src "$node"
mount -t tmpfs -o mode=755 tmpfs /run
for folder in /var/log /var/lib/cni; do
    mkdir -p "$folder"
    mount -t tmpfs -o mode=755 tmpfs "$folder"
done
# A cluster's own view of sysctls is that of its network namespace.
mount -o remount,rw /proc/sys 2> /dev/null || true

started=()
background() {
    local name=$1
    shift
    "$@" > "$state/log/$name.log" 2>&1 8>&- &
    started+=("$!")
    disown
}
leave() {
    trap - EXIT
    ctr --address "$state/containerd.sock" --namespace k8s.io tasks ls --quiet 2> /dev/null |
        xargs --no-run-if-empty --replace ctr --address "$state/containerd.sock" --namespace k8s.io tasks kill --signal KILL {} \
            > /dev/null 2>&1 || true
    kill -KILL "${started[@]}" 2> /dev/null || true
    # Control groups are empty when nobody but this shell is left.
    for attempt in $(seq 50); do
        [ -n "$(ps -e -o pid=,args= | grep -E 'containerd-shim|/app/kestra|postgres' | grep -v grep)" ] || break
        ps -e -o pid=,args= | awk '/containerd-shim/ && !/awk/ { print $1 }' | xargs --no-run-if-empty kill -KILL 2> /dev/null || true
        sleep 0.1
    done
    awk -v state="$state/" 'index($2, state) == 1 { print $2 }' /proc/mounts | sort --reverse |
        while IFS= read -r place; do umount --lazy "$place" 2> /dev/null || true; done
    remove_cluster "$state"
}
trap leave EXIT
trap 'exit 143' TERM HUP INT

# wait_for SECONDS WHAT COMMAND…
wait_for() {
    local end=$((SECONDS + $1)) what=$2
    shift 2
    until "$@" > /dev/null 2>&1; do
        [ "$SECONDS" -lt "$end" ] || { tail -n 5 "$state"/log/*.log; echo "Not seen in time: $what"; exit 1; }
        sleep 0.1
    done
}

# Whoever has a token is who the table says; a token is what a context of the kubeconfig holds.
# user NAME GROUP
user() {
    local token
    token=$(openssl rand -hex 16)
    printf '%s,%s,%s,"%s"\n' "$token" "$1" "$1" "$2" >> "$state/keys/tokens"
    users+=("- {name: $1, user: {token: $token}}")
}
context() { contexts+=("- {name: $1, context: {cluster: $2, user: $3, namespace: default}}"); }
users=() contexts=()
user admin system:masters
user system:kube-controller-manager ""
user system:kube-scheduler ""
user system:kube-proxy ""
user viewer people
context bed here admin
context viewer here viewer
context elsewhere elsewhere admin
for name in kube-controller-manager kube-scheduler kube-proxy; do context "$name" here "system:$name"; done
openssl genrsa -out "$state/keys/accounts" 2048 2> /dev/null

python3 "$here/../docker/registry.py" 5000 "$registry/blobs" "$REAL_TAGS" > "$state/registry.log" 2>&1 8>&- &
started+=("$!")
disown
background charts python3 -m http.server --bind 127.0.0.1 --directory "$state/charts" 5001
background etcd etcd --data-dir "$state/etcd" --name bed --unsafe-no-fsync --log-level error
background apiserver kube-apiserver --etcd-servers http://127.0.0.1:2379 --bind-address 127.0.0.1 --advertise-address 127.0.0.1 \
    --endpoint-reconciler-type none --service-cluster-ip-range 10.96.0.0/16 --allow-privileged --authorization-mode RBAC \
    --cert-dir "$state/keys" --token-auth-file "$state/keys/tokens" --anonymous-auth=false \
    --service-account-issuer https://kubernetes.default.svc --service-account-key-file "$state/keys/accounts" \
    --service-account-signing-key-file "$state/keys/accounts" --kubelet-preferred-address-types InternalIP --profiling=false
wait_for 60 "the API server's certificate" test -s "$state/keys/apiserver.crt"
authority=$(base64 --wrap 0 "$state/keys/apiserver.crt")
{
    printf 'apiVersion: v1\nkind: Config\ncurrent-context: bed\nclusters:\n'
    printf -- '- {name: here, cluster: {server: "https://127.0.0.1:6443", certificate-authority-data: %s}}\n' "$authority"
    printf -- '- {name: elsewhere, cluster: {server: "https://127.0.0.1:6444", certificate-authority-data: %s}}\n' "$authority"
    printf 'users:\n'
    printf '%s\n' "${users[@]}"
    printf 'contexts:\n'
    printf '%s\n' "${contexts[@]}"
} > "$KUBECONFIG"
chmod 600 "$KUBECONFIG"
for name in kube-controller-manager kube-scheduler kube-proxy; do
    sed "s/^current-context: .*/current-context: $name/" "$KUBECONFIG" > "$state/keys/$name"
done

cat > "$state/containerd.toml" << END
version = 2
root = "$state/containerd/root"
state = "$state/containerd/state"
disabled_plugins = ["io.containerd.snapshotter.v1.btrfs", "io.containerd.snapshotter.v1.zfs", "io.containerd.snapshotter.v1.devmapper",
    "io.containerd.snapshotter.v1.aufs", "io.containerd.tracing.processor.v1.otlp", "io.containerd.internal.v1.tracing",
    "io.containerd.nri.v1.nri"]
[grpc]
  address = "$state/containerd.sock"
[plugins."io.containerd.internal.v1.opt"]
  path = "$state/containerd/opt"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "docker.io/local/pause:1"
  stream_server_address = "127.0.0.1"
  disable_apparmor = true
  restrict_oom_score_adj = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "$state/cni"
  [plugins."io.containerd.grpc.v1.cri".registry]
    config_path = "$state/mirror"
END
cat > "$state/mirror/docker.io/hosts.toml" << END
server = "http://127.0.0.1:5000"
[host."http://127.0.0.1:5000"]
  capabilities = ["pull", "resolve"]
END
cat > "$state/cni/bed.conflist" << END
{"cniVersion": "0.4.0", "name": "bed", "plugins": [
  {"type": "ptp", "ipam": {"type": "host-local", "dataDir": "/run/cni", "routes": [{"dst": "0.0.0.0/0"}],
                           "ranges": [[{"subnet": "10.231.0.0/24"}]]}}]}
END
cat > "$state/kubelet.yaml" << END
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: $node
healthzPort: 0
readOnlyPort: 0
authentication: {anonymous: {enabled: true}, webhook: {enabled: false}}
authorization: {mode: AlwaysAllow}
containerRuntimeEndpoint: unix://$state/containerd.sock
clusterDNS: ["$node"]
clusterDomain: cluster.local
cgroupDriver: cgroupfs
cgroupsPerQOS: false
cgroupRoot: /kestra-upgrade-$(basename "$state")
enforceNodeAllocatable: []
failCgroupV1: false
failSwapOn: false
localStorageCapacityIsolation: false
evictionHard: {memory.available: "10Mi", nodefs.available: "1%", imagefs.available: "1%"}
imageGCHighThresholdPercent: 100
imageGCLowThresholdPercent: 99
serializeImagePulls: false
featureGates: {KubeletCrashLoopBackOffMax: true}
crashLoopBackOff: {maxContainerRestartPeriod: 3s}
syncFrequency: 10s
nodeStatusUpdateFrequency: 5s
resolvConf: /etc/resolv.conf
END
background containerd containerd --config "$state/containerd.toml"
wait_for 60 "the API server" kubectl get --raw /readyz
background controllers kube-controller-manager --kubeconfig "$state/keys/kube-controller-manager" --leader-elect=false --secure-port 0 \
    --service-account-private-key-file "$state/keys/accounts" --root-ca-file "$state/keys/apiserver.crt" \
    --use-service-account-credentials --horizontal-pod-autoscaler-sync-period 2s
background scheduler kube-scheduler --kubeconfig "$state/keys/kube-scheduler" --leader-elect=false --secure-port 0
background proxy kube-proxy --kubeconfig "$state/keys/kube-proxy" --hostname-override bed --proxy-mode iptables \
    --cluster-cidr 10.231.0.0/24 --conntrack-max-per-core 0 --conntrack-tcp-timeout-established 0 --conntrack-tcp-timeout-close-wait 0 \
    --healthz-bind-address 127.0.0.1:10256 --metrics-bind-address 127.0.0.1:10249
background names python3 "$here/names.py" "$node"
wait_for 30 containerd ctr --address "$state/containerd.sock" version
background kubelet kubelet --config "$state/kubelet.yaml" --kubeconfig "$KUBECONFIG" --hostname-override bed --node-ip "$node" \
    --root-dir "$state/kubelet" --cert-dir "$state/keys"
wait_for 60 "a node that is ready" kubectl wait --for condition=Ready node/bed --timeout 5s
wait_for 60 "the default account" kubectl get serviceaccount default
"$@" 8>&- && status=0 || status=$?
exit "$status"
