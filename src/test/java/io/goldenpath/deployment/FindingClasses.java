package io.goldenpath.deployment;

import io.goldenpath.model.finding.Finding;
import java.util.List;
import java.util.regex.Pattern;

/** The class that the rules give a finding: what the last of these says that matches it. */
record FindingClasses(List<Replacement> replacements) {

  private static final Pattern LABEL_REPLACE =
      Pattern.compile(", \"class\", \"(\\w+)\", \"(\\w+)\", \"(.+)\"\\)");

  private record Replacement(String lost, String label, Pattern value) {}

  static FindingClasses of(AlertRules rules) {
    String expression =
        rules.recorded("goldenpath_findings:classified").findFirst().orElseThrow().expr();
    return new FindingClasses(
        LABEL_REPLACE
            .matcher(expression)
            .results()
            .map(found ->
                new Replacement(found.group(1), found.group(2), Pattern.compile(found.group(3))))
            .toList());
  }

  String of(Finding finding) {
    String kind = finding.kind().label();
    String step = finding.step().label();
    String what = kind + " " + step + " " + finding.severity().label();
    String lost = "";
    for (Replacement replacement : replacements) {
      String value =
          switch (replacement.label()) {
            case "kind" -> kind;
            case "step" -> step;
            default -> what;
          };
      lost = replacement.value().matcher(value).matches() ? replacement.lost() : lost;
    }
    return lost;
  }
}
