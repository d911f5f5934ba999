{{- define "kestra.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "kestra.fullname" -}}
{{- $name := include "kestra.name" . }}
{{- if .Values.fullnameOverride }}{{ .Values.fullnameOverride }}
{{- else if contains $name .Release.Name }}{{ .Release.Name | trunc 63 | trimSuffix "-" }}
{{- else }}{{ printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "kestra.selectorLabels" -}}
app.kubernetes.io/name: {{ include "kestra.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "kestra.labels" -}}
{{ include "kestra.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "kestra.configFiles" -}}
{{- $files := list "/app/confs/_default.yml" }}
{{- range .Values.configurations.configmaps }}{{ $files = append $files (printf "/app/confs/%s" .key) }}{{ end }}
{{- range .Values.configurations.secrets }}{{ $files = append $files (printf "/app/secrets/%s" .key) }}{{ end }}
{{- join "," $files }}
{{- end }}
