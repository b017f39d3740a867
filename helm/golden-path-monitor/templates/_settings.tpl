{{- /* What the chart adds to `config`: its targets trust the authorities of caBundle. */ -}}
{{- define "monitor.config" -}}
{{- $config := deepCopy .Values.config }}
{{- if include "monitor.hasCaBundle" . }}
{{- range $target := $config.targets }}
{{- range list "login" "socket" }}
{{- $_ := set $target . (merge (get $target .) (dict "ssl-bundle" "ca-bundle")) }}
{{- end }}
{{- end }}
{{- end }}
{{- toYaml $config }}
{{- end }}

{{- define "monitor.hasCaBundle" -}}
{{- or .Values.caBundle.pem .Values.caBundle.configMap .Values.caBundle.secret | empty | ternary "" "true" }}
{{- end }}

{{- define "monitor.credentials" -}}
{{- $all := .Values.credentials }}
{{- if .Values.database.secret }}
{{- $all = append $all (dict "name" "DATABASE_USERNAME" "secret" .Values.database.secret "key" .Values.database.usernameKey) }}
{{- $all = append $all (dict "name" "DATABASE_PASSWORD" "secret" .Values.database.secret "key" .Values.database.passwordKey) }}
{{- end }}
{{- toJson $all }}
{{- end }}

{{- define "monitor.spring" -}}
{{- $spring := deepCopy .Values.spring }}
{{- if include "monitor.credentials" . | fromJsonArray }}
{{- $imports := dig "config" "import" list $spring }}
{{- $imports = kindIs "string" $imports | ternary (list $imports) $imports }}
{{- $_ := set $spring "config" (set (dig "config" dict $spring) "import" (prepend $imports "configtree:/credentials/")) }}
{{- end }}
{{- if .Values.database.url }}
{{- $source := dict "url" .Values.database.url }}
{{- if .Values.database.secret }}
{{- $source = merge $source (dict "username" "${DATABASE_USERNAME}" "password" "${DATABASE_PASSWORD}") }}
{{- end }}
{{- $spring = mergeOverwrite $spring (dict "datasource" $source) }}
{{- end }}
{{- if include "monitor.hasCaBundle" . }}
{{- $bundle := dict "truststore" (dict "certificate" "file:/ca/ca.crt") }}
{{- $spring = mergeOverwrite $spring (dict "ssl" (dict "bundle" (dict "pem" (dict "ca-bundle" $bundle)))) }}
{{- end }}
{{- with $spring }}{{ toYaml . }}{{ end }}
{{- end }}

{{- define "monitor.mounts" -}}
- { name: data, mountPath: /data }
- { name: config, mountPath: /config, readOnly: true }
{{- if or .Values.existingConfigMap .Values.existingSecret }}
- { name: settings, mountPath: /settings, readOnly: true }
{{- end }}
{{- if include "monitor.credentials" . | fromJsonArray }}
- { name: credentials, mountPath: /credentials, readOnly: true }
{{- end }}
{{- if include "monitor.hasCaBundle" . }}
- { name: ca, mountPath: /ca, readOnly: true }
{{- end }}
{{- with .Values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- /* All volumes but the data's, which the test's pod has of its own. */ -}}
{{- define "monitor.volumes" -}}
- name: config
  configMap: { name: {{ include "monitor.fullname" . }} }
{{- if .Values.existingConfigMap }}
- name: settings
  configMap: { name: {{ .Values.existingConfigMap }} }
{{- else if .Values.existingSecret }}
- name: settings
  secret: { secretName: {{ .Values.existingSecret }}, defaultMode: 0440 }
{{- end }}
{{- with include "monitor.credentials" . | fromJsonArray }}
- name: credentials
  projected:
    defaultMode: 0440
    sources:
      {{- range . }}
      - secret:
          name: {{ .secret }}
          items:
            - { key: {{ .key | quote }}, path: {{ .name }} }
      {{- end }}
{{- end }}
{{- if include "monitor.hasCaBundle" . }}
- name: ca
  {{- if .Values.caBundle.secret }}
  secret: { secretName: {{ .Values.caBundle.secret }}, items: [{ key: {{ .Values.caBundle.key | quote }}, path: ca.crt }] }
  {{- else if .Values.caBundle.configMap }}
  configMap: { name: {{ .Values.caBundle.configMap }}, items: [{ key: {{ .Values.caBundle.key | quote }}, path: ca.crt }] }
  {{- else }}
  configMap: { name: {{ include "monitor.fullname" . | trunc 60 }}-ca }
  {{- end }}
{{- end }}
{{- with .Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "monitor.environment" -}}
- name: SPRING_CONFIG_ADDITIONAL_LOCATION
  value: file:/config/{{ or .Values.existingConfigMap .Values.existingSecret | empty | ternary "" ",file:/settings/" }}
{{- with .Values.jvmOptions }}
- { name: JDK_JAVA_OPTIONS, value: {{ . | quote }} }
{{- end }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}
