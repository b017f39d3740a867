package io.goldenpath.deployment;

import io.fabric8.kubernetes.api.model.ObjectMeta;

/** The Prometheus Operator's object of this kind, as far as the chart uses it. */
record PrometheusRule(String apiVersion, String kind, ObjectMeta metadata, AlertRules spec) {}
