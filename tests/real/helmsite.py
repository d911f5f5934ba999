# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""A Helm release as its owner sees it from outside: installed and filled the usual way, and recorded to the last row,
value and object with helm, kubectl, psql and curl's means alone. Knows nothing of the assistant."""

import hashlib
import http.client
import json
import os
import pathlib
import threading
import time
import urllib.request

from composesite import Site, run, until

HERE = pathlib.Path(__file__).resolve().parent / "kubernetes"
CONTEXT = "bed"


class HelmSite(Site):
    """One of kubernetes/installations, in a namespace of its own."""

    def __init__(self, name, folder, *, chart, release, components, database, service, login):
        """`database`: service, name and owner; `service`: where the API answers."""
        self.name, self.folder = name, pathlib.Path(folder)
        # The chart is a folder here; the release has it from a repository.
        self.chart, self.release, self.login = pathlib.Path(HERE / "charts" / chart), release, login
        self.namespace, self.kestra, self.database, self.service = "ns-" + name, components, database, service
        self.folder.mkdir(parents=True)
        self.values = self.folder / "values.yaml"
        self.values.write_text((HERE / f"installations/{name}.yaml").read_text().replace("@FOLDER@", str(self.folder)))
        self.volumes = pathlib.Path(os.environ["REAL_STATE"]) / "volumes" / name
        self.ips = {}

    @property
    def address(self):
        return f"helm:{CONTEXT}/{self.namespace}/{self.release}"

    @property
    def url(self):
        return f"http://{self.ip(self.service)}:8080"

    def kubectl(self, *words, **options):
        return run("kubectl", "--context", CONTEXT, "--namespace", self.namespace, *words, **options)

    def helm(self, *words, **options):
        return run("helm", "--kube-context", CONTEXT, "--namespace", self.namespace, *words, **options)

    def objects(self, kind, *words):
        return json.loads(self.kubectl("get", kind, *words, "--output", "json"))["items"]

    def ip(self, service):
        """A service keeps its address for life."""
        if service not in self.ips:
            self.ips[service] = self.kubectl("get", "service", service, "--output", "jsonpath={.spec.clusterIP}").strip()
        return self.ips[service]

    def up(self):
        run("kubectl", "--context", CONTEXT, "create", "namespace", self.namespace)
        self.make_volumes(3)
        if self.database[0] == "db":
            self.kubectl("apply", "--filename", str(HERE / "installations/separate-database.yaml"))
            self.kubectl("rollout", "status", "deployment/db", "--timeout=60s")
        storage = self.folder / "storage"
        storage.mkdir()
        storage.chmod(0o777)
        self.publish_chart()
        self.helm("install", self.release, "charts/kestra", "--values", str(self.values))
        until("the database", lambda: self.sql("select 1", check=False), 120)
        self.rolled_out()
        until("Kestra's ping", lambda: self.api("GET", "/ping")[0] == 200)
        until("signs of life", lambda: self.sql("select 1 from service_instance where state = 'RUNNING'", check=False))

    def publish_chart(self):
        """In a repository of charts, as everybody has it."""
        folder = os.environ["REAL_STATE"] + "/charts"
        run("helm", "package", str(self.chart), "--destination", folder)
        run("helm", "repo", "index", folder)
        run("helm", "repo", "add", "charts", "http://127.0.0.1:5001", "--force-update")

    def make_volumes(self, count):
        """Nobody provides volumes here: folders of the node are offered to whoever claims one."""
        for number in range(count):
            folder = self.volumes / str(number)
            folder.mkdir(parents=True)
            folder.chmod(0o777)
            run("kubectl", "--context", CONTEXT, "apply", "--filename", "-", input=json.dumps({
                "apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": f"{self.name}-{number}"},
                "spec": {"capacity": {"storage": "20Gi"}, "accessModes": ["ReadWriteOnce"], "hostPath": {"path": str(folder)},
                         "persistentVolumeReclaimPolicy": "Retain"}}))

    def rolled_out(self, seconds=120):
        for workload in self.workloads():
            self.kubectl("rollout", "status", workload, f"--timeout={seconds}s")
        until("the autoscalers' least replicas", self.scaled)
        until("all pods ready, none ending", lambda: all(wanted == ready for wanted, ready in self.replicas().values()) and
              not any("deletionTimestamp" in pod["metadata"] for pod in self.objects("pods")))

    def scaled(self):
        """An autoscaler leaves alone what was set to nothing."""
        replicas = self.replicas()
        return all(replicas[one["spec"]["scaleTargetRef"]["name"]][0] in (0, *range(one["spec"]["minReplicas"], 100))
                   for one in self.objects("horizontalpodautoscalers"))

    def workloads(self):
        return sorted(f"{one['kind'].lower()}/{one['metadata']['name']}" for one in self.objects("deployments,statefulsets"))

    def down(self):
        self.helm("uninstall", self.release, check=False)
        run("kubectl", "--context", CONTEXT, "delete", "namespace", self.namespace, "--wait=false", check=False)

    def sql(self, statement, check=True):
        service, name, owner = self.database
        return run("psql", "--host", self.ip(service), "--username", owner, "--dbname", name, "--no-psqlrc", "--tuples-only", "--no-align",
                   "--set", "ON_ERROR_STOP=1", "--command", statement, check=check,
                   env={**os.environ, "PGPASSWORD": "pa55-of-the-database", "PGCONNECT_TIMEOUT": "5"})

    def workload(self, component):
        return f"deployment/{self.prefix()}-{component}"

    def prefix(self):
        return self.release if "kestra" in self.release else self.release + "-kestra"

    def pods(self, kestra=True):
        """Name, image, digest, restarts and identity of the pods that are Kestra's, or of those that are not."""
        found = []
        for pod in self.objects("pods"):
            labels = pod["metadata"].get("labels", {})
            mine = labels.get("app.kubernetes.io/name") == "kestra"
            # Jobs and helpers of an upgrade have ended or carry another owner.
            owners = [owner["kind"] for owner in pod["metadata"].get("ownerReferences", [])]
            if mine == kestra and "deletionTimestamp" not in pod["metadata"] and "Job" not in owners:
                for status in pod["status"].get("containerStatuses", []):
                    found.append({"pod": pod["metadata"]["name"], "component": labels.get("app.kubernetes.io/component", ""),
                                  "image": status["image"], "digest": status["imageID"].rpartition("@")[2], "ready": status["ready"],
                                  "restarts": status["restartCount"], "started": pod["status"].get("startTime")})
        return found

    def images(self):
        """Component -> the images that run, by digest; every replica counts."""
        found = {}
        for pod in self.pods():
            found.setdefault(pod["component"], []).append(pod["digest"] + (" ready" if pod["ready"] else " not ready"))
        return {component: sorted(found[component]) for component in found}

    def neighbours(self):
        return {pod["pod"]: [pod["started"], pod["restarts"], pod["ready"], pod["digest"]] for pod in self.pods(kestra=False)}

    def replicas(self):
        return {one["metadata"]["name"]: (one["spec"]["replicas"], one["status"].get("readyReplicas", 0))
                for one in self.objects("deployments,statefulsets")}

    def scalers(self):
        return {one["metadata"]["name"]: json.dumps(one["spec"], sort_keys=True)
                for one in self.objects("horizontalpodautoscalers")}

    def release_text(self):
        """What Helm says is installed."""
        return {"values": self.helm("get", "values", self.release, "--output", "json"),
                "manifest": self.helm("get", "manifest", self.release),
                "chart": json.loads(self.helm("get", "metadata", self.release, "--output", "json"))["version"]}

    def status(self):
        return json.loads(self.helm("status", self.release, "--output", "json"))["info"]["status"]

    def storage(self):
        place = self.folder / "storage" if self.name == "old" else self.claimed_folder()
        return {str(path.relative_to(place)): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(place.rglob("*")) if path.is_file() and not str(path.relative_to(place)).startswith(".kestra-upgrade-newer-")}

    def claimed_folder(self):
        [volume] = [one["spec"]["volumeName"] for one in self.objects("persistentvolumeclaims") if one["metadata"]["name"].endswith("-storage")]
        return self.volumes / volume.rpartition("-")[2]

    def record(self):
        return {"rows": self.rows(), "files": self.files(), "release": self.release_text(), "images": self.images(),
                "replicas": self.replicas(), "scalers": self.scalers(), "storage": self.storage(), "neighbours": self.neighbours(),
                "version": self.version()}

    def files(self):
        """The owner's own files; the storage may lie beside them."""
        return {name: digest for name, digest in super().files().items() if not name.startswith("storage/")}


class Gap:
    """When nobody answered, asked ten times a second from beginning to end."""

    def __init__(self, site):
        self.site, self.outages, self.ended = site, [], threading.Event()

    def __enter__(self):
        self.began = time.time()
        self.thread = threading.Thread(target=self.watch)
        self.thread.start()
        return self

    def watch(self):
        seen = time.time()
        while not self.ended.wait(0.1):
            if self.answers():
                if time.time() - seen > 0.5:
                    self.outages.append((seen, time.time()))
                seen = time.time()
        self.outages.append((seen, time.time()))

    def answers(self):
        """A pod that ends may let a question hang: nobody waits a second for a ping."""
        try:
            with urllib.request.urlopen(self.site.url + "/ping", timeout=1) as answer:
                return answer.status == 200
        except (OSError, http.client.HTTPException):
            return False

    def between(self, began, ended):
        """The longest outage that ended in this time, in seconds: a hop begins while its version is down."""
        return max((last - first for first, last in self.outages if began <= last <= ended + 1), default=0.0)

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()


def standalone(folder):
    return HelmSite("standalone", folder, chart="new", release="my-kestra", components=["standalone"],
                    database=("kestra-postgres", "kestra", "kestra"), service="my-kestra", login=("admin@kestra.io", "Kestra-2026"))


def separate(folder):
    return HelmSite("separate", folder, chart="new", release="flows", components=["executor", "indexer", "scheduler", "webserver", "worker"],
                    database=("db", "flows", "flows_owner"), service="flows-kestra", login=("ops@example.org", "Flows4ever"))


def old(folder):
    return HelmSite("old", folder, chart="old", release="kestra", components=["standalone"],
                    database=("kestra-postgresql", "kestra", "kestra"), service="kestra-service", login=("admin@kestra.io", "Kestra-2026"))


def own_chart(generation, checkout, folder):
    """Kestra's own chart, out of a checkout of its repository."""
    chart = folder.parent / "charts"
    version = run(str(HERE / "kestracharts.py"), checkout, generation, str(chart)).strip()
    print(f"Kestra's own chart {version}")
    return HelmSite("own-chart-" + generation, folder, chart=chart / "charts/kestra", release="flows", components=["standalone"],
                    database=("db", "flows", "flows_owner"), service="flows-kestra" + ("-service" if generation == "0" else ""),
                    login=("ops@example.org", "Flows4ever"))
