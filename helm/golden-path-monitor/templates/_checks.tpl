{{- /* What the schema cannot say in a sentence, or must not say since its complaints print the value. */ -}}
{{- define "monitor.checks" -}}
{{- include "monitor.checkRenamed" . }}
{{- range list "config" "spring" "server" "management" }}
{{- include "monitor.checkSecrets" (dict "path" . "value" (get $.Values .)) }}
{{- end }}
{{- include "monitor.checkSources" . }}
{{- include "monitor.checkCredentials" . }}
{{- include "monitor.checkTargets" . }}
{{- include "monitor.checkPlaces" . }}
{{- include "monitor.checkScrapes" . }}
{{- include "monitor.checkProbe" . }}
{{- include "monitor.checkPod" . }}
{{- end }}

{{- define "monitor.checkRenamed" -}}
{{- range $old, $new := dict "size" "persistence.size" "claim" "persistence.existingClaim, with persistence.enabled" }}
{{- if hasKey ($.Values.data | default dict) $old }}{{ fail (printf "data.%s is called %s now" $old $new) }}{{ end }}
{{- end }}
{{- end }}

{{- /* Text that is a secret must be a reference; where a request is put together, a {variable} of the journey will do. */ -}}
{{- define "monitor.checkSecrets" -}}
{{- $path := .path }}
{{- if kindIs "map" .value }}
{{- range $key, $value := .value }}
{{- if not (has $key (list "capture" "links" "labels")) }}
{{- include "monitor.checkSecrets" (dict "path" (printf "%s.%s" $path $key) "key" $key "value" $value "within" (or $.within (has $key (list "headers" "json" "form")))) }}
{{- end }}
{{- end }}
{{- else if kindIs "slice" .value }}
{{- range $i, $value := .value }}
{{- include "monitor.checkSecrets" (dict "path" (printf "%s[%d]" $path $i) "key" $.key "value" $value "within" $.within) }}
{{- end }}
{{- else if and .value (kindIs "string" .value) }}
{{- include "monitor.checkSecret" . }}
{{- else if and .value (regexMatch "(?i)^(password|secret|token|client-secret)$" (.key | default "")) }}
{{- fail (printf "%s must be a reference such as ${PROBE_A_PASSWORD}, whose NAME stands under credentials: what stands here would be in the ConfigMap" .path) }}
{{- end }}
{{- end }}

{{- define "monitor.checkSecret" -}}
{{- $key := lower (.key | default "") }}
{{- $why := "whose NAME stands under credentials: what stands here would be in the ConfigMap" }}
{{- if .within }}
{{- $secret := regexMatch "authorization|cookie|token$|secret|passw|credential|api[-_]?key|access[-_]?key|^x-auth" $key }}
{{- if and $secret (not (regexMatch "\\$\\{[A-Z][A-Z0-9_]*\\}|^[^$]*\\{[a-zA-Z][a-zA-Z0-9:_-]*\\}" .value)) }}
{{- fail (printf "%s must hold a reference such as ${API_KEY}, %s" .path $why) }}
{{- end }}
{{- else }}
{{- $secret := or (regexMatch "^(.*-)?(password|secret|passphrase|api-key)$" $key) (eq "token" $key) (contains ".given-tokens." .path) }}
{{- if and $secret (not (regexMatch "^\\$\\{[A-Z][A-Z0-9_]*\\}$" .value)) }}
{{- fail (printf "%s must be a reference such as ${PROBE_A_PASSWORD}, %s" .path $why) }}
{{- end }}
{{- end }}
{{- if regexMatch "://[^/@ ]*:[^/@ ]+@" (regexReplaceAll "\\$\\{[A-Z][A-Z0-9_]*\\}" .value "") }}
{{- fail (printf "%s must not hold a password: put a reference such as ${PROXY_PASSWORD} in its place, %s" .path $why) }}
{{- end }}
{{- if regexMatch "(?i)(password|secret|token|api_?key)\" *: *\"[^\"{$]" .value }}
{{- fail (printf "%s must not hold a secret: put a reference such as ${CLIENT_SECRET} in its place, %s" .path $why) }}
{{- end }}
{{- if regexMatch "(?i)[?&](password|secret|token|access_token|api_?key)=[^&{$]" .value }}
{{- fail (printf "%s must not hold a secret: put a reference such as ${API_KEY} in its place, %s" .path $why) }}
{{- end }}
{{- end }}

{{- define "monitor.checkSources" -}}
{{- if and .Values.existingConfigMap .Values.existingSecret }}
{{- fail "existingConfigMap and existingSecret are both set: the settings come from one of them" }}
{{- end }}
{{- if and .Values.config (or .Values.existingConfigMap .Values.existingSecret) }}
{{- fail (printf "config is set beside %s: the settings come from one of them" (.Values.existingConfigMap | empty | ternary "existingSecret" "existingConfigMap")) }}
{{- end }}
{{- if gt (len (compact (list .Values.caBundle.pem .Values.caBundle.configMap .Values.caBundle.secret))) 1 }}
{{- fail "caBundle has more than one of pem, configMap and secret: the certificates come from one of them" }}
{{- end }}
{{- if and .Values.caBundle.pem (not (contains "-----BEGIN CERTIFICATE-----" .Values.caBundle.pem)) }}
{{- fail "caBundle.pem holds no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----" }}
{{- end }}
{{- if and .Values.database.url (not (hasPrefix "jdbc:postgresql:" .Values.database.url)) }}
{{- fail "database.url must begin with jdbc:postgresql: such as jdbc:postgresql://postgres.example.com:5432/monitor" }}
{{- end }}
{{- if and .Values.database.secret (not .Values.database.url) }}
{{- fail "database.secret is set, but database.url is not" }}
{{- end }}
{{- end }}

{{- /* Every ${NAME} must be known: a pod that cannot start says so too late. */ -}}
{{- define "monitor.checkCredentials" -}}
{{- $known := list "DATABASE_USERNAME" "DATABASE_PASSWORD" }}
{{- range $i, $credential := .Values.credentials }}
{{- if not (regexMatch "^[A-Z][A-Z0-9_]*$" .name) }}
{{- fail (printf "credentials[%d].name is '%s', but must be of capitals, digits and _, such as PROBE_A_PASSWORD" $i .name) }}
{{- end }}
{{- if has .name $known }}
{{- fail (printf "credentials[%d].name is '%s', which an entry before it has" $i .name) }}
{{- end }}
{{- $known = append $known .name }}
{{- end }}
{{- range .Values.extraEnv }}{{ $known = append $known .name }}{{ end }}
{{- if not .Values.envFrom }}
{{- range list "config" "spring" "server" "management" }}
{{- $where := . }}
{{- range regexFindAll "\\$\\{[A-Z][A-Z0-9_]*\\}" (toJson (get $.Values .)) -1 | uniq }}
{{- $name := trimPrefix "${" . | trimSuffix "}" }}
{{- if not (has $name $known) }}
{{- fail (printf "%s names ${%s}, but credentials has no entry for it: add { name: %s, secret: ..., key: ... }" $where $name $name) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "monitor.checkTargets" -}}
{{- range $name, $target := .Values.config.targets }}
{{- if not (regexMatch "^[a-z0-9-]{1,63}$" $name) }}
{{- fail (printf "config.targets has '%s', but a target's name is of lower-case letters, digits and hyphens, at most 63: it labels every series" $name) }}
{{- end }}
{{- include "monitor.checkUrl" (dict "path" (printf "config.targets.%s.login.url" $name) "value" $target.login.url "schemes" "https?" "example" "https://") }}
{{- include "monitor.checkUrl" (dict "path" (printf "config.targets.%s.socket.url" $name) "value" $target.socket.url "schemes" "wss?" "example" "wss://") }}
{{- end }}
{{- end }}

{{- define "monitor.checkUrl" -}}
{{- if and .value (not (regexMatch (printf "^(?i)(%s://|\\$\\{)" .schemes) .value)) }}
{{- fail (printf "%s is '%s', but must begin with %s" .path .value .example) }}
{{- end }}
{{- end }}

{{- /* Where people and other programs find the monitor. */ -}}
{{- define "monitor.checkPlaces" -}}
{{- with .Values.externalUrl }}
{{- if not (regexMatch "^https?://[^ ]*[^/ ]$" .) }}
{{- fail (printf "externalUrl is '%s', but must begin with https:// or http:// and end without a slash" .) }}
{{- end }}
{{- end }}
{{- if and .Values.ingress.enabled (not .Values.ingress.hosts) }}
{{- fail "ingress.enabled is true, but ingress.hosts is empty: add { host: golden-path.example.com }" }}
{{- end }}
{{- if and .Values.httpRoute.enabled (not .Values.httpRoute.parentRefs) }}
{{- fail "httpRoute.enabled is true, but httpRoute.parentRefs names no Gateway: add { name: ... }" }}
{{- end }}
{{- $elsewhere := or .Values.existingConfigMap .Values.existingSecret }}
{{- if and .Values.networkPolicy.enabled $elsewhere (not .Values.networkPolicy.egressPorts) }}
{{- fail "networkPolicy.egressPorts is empty, but the settings, whose targets tell the ports, come from elsewhere: add the ports of logins and sockets, such as 443" }}
{{- end }}
{{- range $root := list "server" "management" }}
{{- range $key, $_ := get $.Values . }}
{{- if contains "." $key }}{{ fail (printf "%s has the key '%s': write it level by level, so that the chart sees it" $root $key) }}{{ end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "monitor.checkScrapes" -}}
{{- range list "serviceMonitor" "podMonitor" "probe" }}
{{- $scrape := get $.Values . }}
{{- $interval := include "monitor.milliseconds" (dict "path" (printf "%s.interval" .) "value" $scrape.interval) }}
{{- if $scrape.scrapeTimeout }}
{{- $timeout := include "monitor.milliseconds" (dict "path" (printf "%s.scrapeTimeout" .) "value" $scrape.scrapeTimeout) }}
{{- if gt (int64 $timeout) (int64 $interval) }}
{{- fail (printf "%s.scrapeTimeout is %s, which is longer than %s.interval, %s" . $scrape.scrapeTimeout . $scrape.interval) }}
{{- end }}
{{- end }}
{{- end }}
{{- if and .Values.serviceMonitor.enabled .Values.podMonitor.enabled }}
{{- fail "serviceMonitor.enabled and podMonitor.enabled are both true: each series would be there twice" }}
{{- end }}
{{- end }}

{{- define "monitor.checkProbe" -}}
{{- if .Values.probe.enabled }}
{{- if and (not .Values.probe.targets) (or .Values.existingConfigMap .Values.existingSecret) }}
{{- fail "probe.targets is empty, but the settings come from elsewhere: name the targets, as in { golden-path: [staging] }" }}
{{- end }}
{{- range $journey, $targets := .Values.probe.targets }}
{{- range $targets }}
{{- if and $.Values.config.targets (not (hasKey $.Values.config.targets .)) }}
{{- fail (printf "probe.targets.%s names '%s', which is not in config.targets: it wants the name of a target, no address" $journey .) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "monitor.milliseconds" -}}
{{- if not (regexMatch "^([0-9]+(ms|s|m|h))+$" .value) }}
{{- fail (printf "%s is '%s', but must be a time such as 15s or 1m" .path .value) }}
{{- end }}
{{- $sum := 0 }}
{{- range regexFindAll "[0-9]+(ms|s|m|h)" .value -1 }}
{{- $unit := regexFind "[a-z]+" . }}
{{- $sum = add $sum (mul (regexFind "[0-9]+" . | int) (get (dict "ms" 1 "s" 1000 "m" 60000 "h" 3600000) $unit)) }}
{{- end }}
{{- $sum }}
{{- end }}

{{- define "monitor.checkPod" -}}
{{- if and .Values.image.digest (not (regexMatch "^sha256:[0-9a-f]{64}$" .Values.image.digest)) }}
{{- fail (printf "image.digest is '%s', but must be sha256: and 64 hexadecimal digits" .Values.image.digest) }}
{{- end }}
{{- if not (regexMatch "^[0-9]+(Ki|Mi|Gi|Ti|k|M|G|T)$" .Values.persistence.size) }}
{{- fail (printf "persistence.size is '%s', but must be a size such as 3Gi" .Values.persistence.size) }}
{{- end }}
{{- range $key := keys .Values.commonLabels }}
{{- if or (hasPrefix "app.kubernetes.io/" $key) (eq "helm.sh/chart" $key) }}
{{- fail (printf "commonLabels has '%s', which the chart sets itself" $key) }}
{{- end }}
{{- end }}
{{- range $i, $volume := .Values.extraVolumes }}
{{- if has .name (list "data" "config" "settings" "credentials" "ca") }}
{{- fail (printf "extraVolumes[%d].name is '%s', which a volume of the chart has" $i .name) }}
{{- end }}
{{- end }}
{{- range $i, $container := .Values.extraContainers }}
{{- if eq .name "monitor" }}
{{- fail (printf "extraContainers[%d].name is 'monitor', which the chart's own container has" $i) }}
{{- end }}
{{- end }}
{{- range $i, $variable := .Values.extraEnv }}
{{- if and (regexMatch "(PASSWORD|SECRET|TOKEN|API_?KEY)$" .name) .value }}
{{- fail (printf "extraEnv[%d] (%s) has its value in plain text: take it from a Secret by valueFrom.secretKeyRef, or name the Secret under credentials" $i .name) }}
{{- end }}
{{- end }}
{{- end }}
