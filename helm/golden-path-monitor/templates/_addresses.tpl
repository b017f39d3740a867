{{- define "monitor.contextPath" -}}
{{- dig "servlet" "context-path" "" .Values.server | trimSuffix "/" }}
{{- end }}

{{- define "monitor.port" -}}
{{- dig "port" 8080 .Values.server | int }}
{{- end }}

{{- define "monitor.scheme" -}}
{{- $ssl := dig "ssl" dict .Values.server }}
{{- if and $ssl (dig "enabled" true $ssl) }}https{{ else }}http{{ end }}
{{- end }}

{{- /* Empty where metrics and health are on the same port as the pages. */ -}}
{{- define "monitor.managementPort" -}}
{{- $port := dig "server" "port" 0 .Values.management | int }}
{{- if and $port (ne $port (include "monitor.port" . | int)) }}{{ $port }}{{ end }}
{{- end }}

{{- define "monitor.managementPortName" -}}
{{- include "monitor.managementPort" . | empty | ternary "http" "management" }}
{{- end }}

{{- define "monitor.managementScheme" -}}
{{- if include "monitor.managementPort" . }}
{{- $ssl := dig "server" "ssl" dict .Values.management }}
{{- if and $ssl (dig "enabled" true $ssl) }}https{{ else }}http{{ end }}
{{- else }}
{{- include "monitor.scheme" . }}
{{- end }}
{{- end }}

{{- define "monitor.actuator" -}}
{{- $parent := include "monitor.contextPath" . }}
{{- if include "monitor.managementPort" . }}
{{- $parent = dig "server" "base-path" "" .Values.management }}
{{- end }}
{{- printf "%s/%s" (trimSuffix "/" $parent) (dig "endpoints" "web" "base-path" "/actuator" .Values.management | trimPrefix "/") | trimSuffix "/" }}
{{- end }}

{{- define "monitor.healthProbe" -}}
httpGet:
  path: {{ include "monitor.actuator" .root }}/health/{{ .group }}
  port: {{ include "monitor.managementPortName" .root }}
  {{- if eq (include "monitor.managementScheme" .root) "https" }}
  scheme: HTTPS
  {{- end }}
{{ toYaml .timing }}
{{- end }}

{{- /* Where a person opens the page: as it was told, or as its Ingress or Gateway has it. */ -}}
{{- define "monitor.externalUrl" -}}
{{- $path := include "monitor.contextPath" . }}
{{- if .Values.externalUrl }}
{{- .Values.externalUrl }}
{{- else if and .Values.ingress.enabled .Values.ingress.hosts }}
{{- printf "%s://%s%s" (empty .Values.ingress.tls | ternary "http" "https") (first .Values.ingress.hosts).host $path }}
{{- else if and .Values.httpRoute.enabled .Values.httpRoute.hostnames }}
{{- printf "https://%s%s" (first .Values.httpRoute.hostnames) $path }}
{{- else }}
{{- printf "%s://localhost:8080%s" (include "monitor.scheme" .) $path }}
{{- end }}
{{- end }}

{{- define "monitor.reachedFromOutside" -}}
{{- not (hasPrefix (printf "%s://localhost:8080" (include "monitor.scheme" .)) (include "monitor.externalUrl" .)) | ternary "true" "" }}
{{- end }}

{{- /* By journey the targets that /probe is asked for; the golden path of all that are configured where none is named. */ -}}
{{- define "monitor.probedTargets" -}}
{{- $all := keys (.Values.config.targets | default dict) | sortAlpha }}
{{- $all = $all | empty | ternary (list "demo") $all }}
{{- toYaml (.Values.probe.targets | default (dict "golden-path" $all)) }}
{{- end }}

{{- /* Ports in the addresses of all that is connected to; links are for people. */ -}}
{{- define "monitor.egressPorts" -}}
{{- $ports := list }}
{{- range .Values.networkPolicy.egressPorts }}{{ $ports = append $ports (printf "%05d" (int .)) }}{{ end }}
{{- $targets := dict }}
{{- range $name, $target := .Values.config.targets }}{{ $_ := set $targets $name (omit $target "links" "labels") }}{{ end }}
{{- $config := set (omit .Values.config "targets" "links") "targets" $targets }}
{{- $places := toJson (list $config .Values.spring .Values.management .Values.extraEnv .Values.database.url) }}
{{- $known := dict "http" 80 "https" 443 "ws" 80 "wss" 443 "postgresql" 5432 }}
{{- range regexFindAll "(https?|wss?|postgresql)://(\\[[^\\]]*\\]|[^/:\"?# ,]+@)?(\\[[^\\]]*\\]|[^/:\"?# ,]+)?(:[0-9]+)?" $places -1 }}
{{- $port := regexFind ":[0-9]+$" . | trimPrefix ":" }}
{{- $ports = append $ports (printf "%05d" (int ($port | default (get $known (regexFind "^[a-z]+" .))))) }}
{{- end }}
{{- range $ports | sortAlpha | uniq }}
- {{ regexReplaceAll "^0+" . "" }}
{{- end }}
{{- end }}
