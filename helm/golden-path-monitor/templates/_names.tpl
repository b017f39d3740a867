{{- define "monitor.name" -}}
{{- .Values.nameOverride | default .Chart.Name | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "monitor.fullname" -}}
{{- $name := include "monitor.name" . }}
{{- $usual := contains $name .Release.Name | ternary .Release.Name (printf "%s-%s" .Release.Name $name) }}
{{- .Values.fullnameOverride | default $usual | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "monitor.selector" -}}
app.kubernetes.io/name: {{ include "monitor.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "monitor.labels" -}}
{{ include "monitor.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "monitor.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- define "monitor.security" -}}
allowPrivilegeEscalation: false
capabilities: { drop: [ALL] }
readOnlyRootFilesystem: true
{{- end }}

{{- define "monitor.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- /* Every ${NAME} of config must be among the credentials: a pod that cannot start says so too late. */ -}}
{{- define "monitor.checkCredentials" -}}
{{- $known := list }}
{{- range .Values.credentials }}{{ $known = append $known .name }}{{ end }}
{{- range regexFindAll "\\$\\{[A-Z][A-Z0-9_]*" (toJson .Values.config) -1 | uniq }}
{{- $name := trimPrefix "${" . }}
{{- if not (has $name $known) }}
{{- fail (printf "config names ${%s}, but credentials has no entry for it: add { name: %s, secret: ..., key: ... }" $name $name) }}
{{- end }}
{{- end }}
{{- end }}

{{- /* Not in the schema, whose complaints print the value. */ -}}
{{- define "monitor.checkReference" -}}
{{- if and .value (not (regexMatch "^\\$\\{[A-Z][A-Z0-9_]*\\}$" (toString .value))) }}
{{- fail (printf "config.%s must be a reference such as ${PROBE_A_PASSWORD}, whose NAME stands under credentials: what stands here would be in the ConfigMap" .key) }}
{{- end }}
{{- end }}

{{- define "monitor.checkSecrets" -}}
{{- include "monitor.checkReference" (dict "key" "access.token" "value" (dig "access" "token" "" .Values.config)) }}
{{- range $name, $target := .Values.config.targets }}
{{- include "monitor.checkReference" (dict "key" (printf "targets.%s.login.jwt.secret" $name) "value" (dig "login" "jwt" "secret" "" $target)) }}
{{- range $i, $user := $target.users }}
{{- range list "password" "token" "client-secret" }}
{{- include "monitor.checkReference" (dict "key" (printf "targets.%s.users[%d].%s" $name $i .) "value" (get $user .)) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
