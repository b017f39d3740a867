package io.goldenpath.web.page.probe;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Run;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a probe costs its target: runs and questions a day, and tokens where a run tells them. */
final class ProbeCost {

  private static final Pattern USAGE =
      Pattern.compile("\"\\w{0,20}[uU]sage\"\\s*:\\s*\\{([^{}]{1,500})");
  private static final Pattern TOTAL =
      Pattern.compile("\"(?:total_?)?[tT]okens\"\\s*:\\s*(\\d{1,12})\\b");
  private static final Pattern PART =
      Pattern.compile("\"(?:input|prompt|output|completion)_?[tT]okens\"\\s*:\\s*(\\d{1,12})\\b");

  private ProbeCost() {}

  /** Takes a run with its frames, where there is one. */
  static Optional<String> of(Probe probe, Optional<Run> good) {
    long runs = probe.cadence().runsADay();
    int askers = probe.script().spec().askers();
    if (runs == 0) {
      return Optional.empty();
    }
    String questions =
        askers == 1 ? "" : String.format(Locale.ROOT, " with %,d questions", runs * askers);
    String tokens =
        good.map(ProbeCost::tokens).orElse(OptionalLong.empty()).stream()
            .mapToObj(
                used -> String.format(Locale.ROOT, "; the last good one used %,d tokens", used))
            .findFirst()
            .orElse("");
    return Optional.of(String.format(Locale.ROOT, "%,d runs a day%s%s", runs, questions, tokens));
  }

  /** Of the last frame of each user that tells it, which counts all before. */
  private static OptionalLong tokens(Run run) {
    List<Long> used =
        run.users().stream()
            .flatMap(user ->
                user.transcript().frames().stream()
                    .filter(frame -> frame.direction() == Frame.Direction.RECEIVED)
                    .flatMap(frame -> used(frame.text()).stream())
                    .reduce((_, last) -> last)
                    .stream())
            .toList();
    return used.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(used.stream().mapToLong(Long::longValue).sum());
  }

  private static Optional<Long> used(String text) {
    Matcher usage = USAGE.matcher(text);
    if (!usage.find()) {
      return Optional.empty();
    }
    return numbers(TOTAL, usage.group(1))
        .findFirst()
        .or(() -> numbers(PART, usage.group(1)).reduce(Long::sum));
  }

  private static Stream<Long> numbers(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> Long.parseLong(found.group(1)));
  }
}
