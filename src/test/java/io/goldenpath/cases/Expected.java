package io.goldenpath.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is right.
 *
 * @param outcome Outcome of the last run.
 * @param findings What must be told, the cause first; an empty place stands for any.
 * @param logins How many logins the platform saw.
 * @param certificateDays How long the certificate is good for.
 */
record Expected(
    String outcome,
    List<Told> findings,
    Optional<Integer> logins,
    Optional<Integer> certificateDays) {

  /** A finding, whose message holds these words, whatever their capitals. */
  record Told(String kind, String step, String severity, List<String> words) {

    boolean isIn(Observed.Seen seen) {
      String message = seen.message().toLowerCase(Locale.ROOT);
      return (kind.isEmpty() || kind.equals(seen.kind()))
          && (step.isEmpty() || step.equals(seen.step()))
          && severity.equals(seen.severity())
          && words.stream().allMatch(word -> message.contains(word.toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
      return Stream.of(kind, step, severity, words.isEmpty() ? "" : words.toString())
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining(" "));
    }
  }

  static Expected passes() {
    return new Expected("passed", List.of(), Optional.empty(), Optional.empty());
  }

  /** Passes, and at info says this. */
  static Expected tells(String... words) {
    return passes().and("", "", "info", words);
  }

  /** Degraded by a warning that says this. */
  static Expected warns(String step, String... words) {
    return of("degraded").and("", step, "warning", words);
  }

  static Expected fails(String kind, String step, String... words) {
    return of("failed").and(kind, step, "error", words);
  }

  static Expected leaks(String kind, String step, String... words) {
    return of("failed").and(kind, step, "critical", words);
  }

  private static Expected of(String outcome) {
    return new Expected(outcome, List.of(), Optional.empty(), Optional.empty());
  }

  Expected and(String kind, String step, String severity, String... words) {
    List<Told> more = new ArrayList<>(findings);
    more.add(new Told(kind, step, severity, List.of(words)));
    return new Expected(outcome, more, logins, certificateDays);
  }

  Expected logins(int number) {
    return new Expected(outcome, findings, Optional.of(number), certificateDays);
  }

  Expected certificateDays(int days) {
    return new Expected(outcome, findings, logins, Optional.of(days));
  }

  /** What is wrong with that, each in a line. */
  List<String> differences(Observed seen) {
    List<String> wrong = new ArrayList<>();
    if (!outcome.equals(seen.outcome())) {
      wrong.add("outcome is " + seen.outcome());
    }
    findings.stream()
        .filter(told -> seen.findings().stream().noneMatch(told::isIn))
        .forEach(told -> wrong.add("nothing says: " + told));
    seen.findings().stream()
        .filter(finding -> Set.of("error", "critical").contains(finding.severity()))
        .filter(finding -> findings.stream().noneMatch(told -> told.isIn(finding)))
        .forEach(finding -> wrong.add("besides: " + finding));
    logins
        .filter(number -> number != seen.logins())
        .ifPresent(_ -> wrong.add(seen.logins() + " logins"));
    certificateDays
        .filter(days -> days != seen.certificateDays())
        .ifPresent(_ -> wrong.add("certificate ends in " + seen.certificateDays() + " days"));
    return wrong;
  }

  @Override
  public String toString() {
    return Stream.of(
            Stream.of(outcome),
            findings.stream().map(Told::toString),
            logins.stream().map(number -> number + " logins"),
            certificateDays.stream().map(days -> "certificate ends in " + days + " days"))
        .flatMap(part -> part)
        .collect(Collectors.joining("; "));
  }
}
