package io.goldenpath.cli.report;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.run.Run;
import io.goldenpath.redaction.PrintableText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** Findings as workflow commands, which GitHub shows beside the job that printed them. */
public final class GitHubAnnotations {

  /** GitHub shows no more of each kind from one step of a job. */
  private static final int MOST = 10;

  private GitHubAnnotations() {}

  /** Whether these environment variables are those of a job there. */
  public static boolean wanted(Map<String, String> variables) {
    return "true".equals(variables.get("GITHUB_ACTIONS"));
  }

  public static void print(List<CheckResult> checked, PrintWriter out) {
    print(checked, "error", List.of(Severity.CRITICAL, Severity.ERROR), out);
    print(checked, "warning", List.of(Severity.WARNING), out);
    out.flush();
  }

  private static void print(
      List<CheckResult> checked, String level, List<Severity> severities, PrintWriter out) {
    checked.stream()
        .flatMap(one ->
            one.run().findings().stream()
                .filter(finding -> severities.contains(finding.severity()))
                .sorted(Finding.HEAVIEST_FIRST)
                .map(finding -> command(level, one.run(), finding)))
        .limit(MOST)
        .forEach(out::println);
  }

  private static String command(String level, Run run, Finding finding) {
    return "::%s title=%s::%s"
        .formatted(
            level,
            escaped(run.info().probe().toString()).replace(":", "%3A").replace(",", "%2C"),
            escaped(
                PrintableText.of(finding.headline(run.users().size() > 1))
                    + " (run "
                    + run.id()
                    + ")"));
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
