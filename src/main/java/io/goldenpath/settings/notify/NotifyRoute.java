package io.goldenpath.settings.notify;

import io.goldenpath.settings.keys.notify.AlertSeverity;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are told to whom.
 *
 * @param targets Patterns of names, of which one must match; none where all do.
 * @param labels Patterns of values by label, all of which must match.
 * @param least What weighs less is not told.
 * @param to Names of receivers.
 * @param remind How often an open one is told again; null for never.
 */
public record NotifyRoute(
    List<String> targets,
    Map<String, String> labels,
    AlertSeverity least,
    Set<String> to,
    @Nullable Duration remind) {

  public NotifyRoute {
    targets = List.copyOf(targets);
    labels = Map.copyOf(labels);
    to = Set.copyOf(to);
  }

  public boolean matches(String target, Map<String, String> known, AlertSeverity severity) {
    return (targets.isEmpty() || targets.stream().anyMatch(pattern -> fits(pattern, target)))
        && labels.entrySet().stream()
            .allMatch(label -> fits(label.getValue(), known.getOrDefault(label.getKey(), "")))
        && severity.compareTo(least) >= 0;
  }

  private static boolean fits(String pattern, String text) {
    String expression =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(expression, Pattern.DOTALL).matcher(text).matches();
  }
}
