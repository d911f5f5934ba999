{{- define "kestra.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "kestra.fullname" -}}
{{- if contains "kestra" .Release.Name }}{{ printf "%s-%s" .Release.Name .Component }}
{{- else }}{{ printf "%s-kestra-%s" .Release.Name .Component }}
{{- end }}
{{- end }}

{{- define "kestra.selectorsLabels" -}}
app.kubernetes.io/name: {{ include "kestra.name" . }}
app.kubernetes.io/component: {{ .Component }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "kestra.labels" -}}
{{ include "kestra.selectorsLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "kestra.k8s-config" -}}
{{- if .Values.postgresql.enabled }}
datasources:
  postgres:
    url: jdbc:postgresql://{{ .Release.Name }}-postgresql:5432/{{ .Values.postgresql.auth.database }}
    driverClassName: org.postgresql.Driver
    username: {{ .Values.postgresql.auth.username }}
    password: {{ .Values.postgresql.auth.password }}
kestra:
  queue:
    type: postgres
  repository:
    type: postgres
{{- end }}
{{- end }}
