package io.goldenpath.deployment;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.stream.Collectors;

/** The Prometheus Operator's object of this kind, as far as the chart uses it. */
record AlertmanagerConfig(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

  record Spec(List<InhibitRule> inhibitRules) {}

  record InhibitRule(List<Match> sourceMatch, List<Match> targetMatch, List<String> equal) {

    /** As Alertmanager's own configuration has it; further matchers go to both sides. */
    String alertmanagers(String more) {
      return "  - source_matchers: [%s%s]\n    target_matchers: [%s%s]\n    equal: [%s]\n"
          .formatted(text(sourceMatch), more, text(targetMatch), more, String.join(", ", equal));
    }

    private static String text(List<Match> matches) {
      return matches.stream().map(Match::text).collect(Collectors.joining(", "));
    }
  }

  record Match(String name, String matchType, String value) {

    private String text() {
      return name + matchType + '"' + value + '"';
    }
  }
}
