package io.goldenpath.inference.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Conditions on the frame that ends a run: those of its claims of success that all runs made. */
record LiveConditions(LiveEvidence evidence) {

  private static final Pattern PLACE = Pattern.compile("(?:/[A-Za-z_][A-Za-z0-9_]*)+");
  private static final Set<String> GOOD =
      Set.of("ok", "success", "succeeded", "successful", "complete", "completed", "done");
  private static final Pattern CLAIM =
      Pattern.compile(
          "(?i).*(?:success|succeeded|ok|complete|completed|done|finished|status|state)");

  /** Each in CEL with the reason why it is there; none where the contract has its own. */
  Map<String, String> all() {
    Map<String, String> conditions = new LinkedHashMap<>();
    if (evidence.contract().conditions().isEmpty()) {
      LiveFields.of(evidence.runs().getFirst().end())
          .forEach((place, value) -> {
            if (isClaim(place, value) && isSaidByAll(place, value)) {
              conditions.put(
                  condition(place, value), evidence.guess() + "said " + evidence.eachRun());
            }
          });
    }
    return conditions;
  }

  private static boolean isClaim(String place, Object value) {
    return PLACE.matcher(place).matches()
        && CLAIM.matcher(place).matches()
        && (value.equals(true) || (value instanceof String text && GOOD.contains(text)));
  }

  private boolean isSaidByAll(String place, Object value) {
    return evidence.runs().stream().allMatch(run -> value.equals(run.end().at(place)));
  }

  private static String condition(String place, Object value) {
    StringBuilder path = new StringBuilder("event");
    for (String key : place.substring(1).split("/", -1)) {
      path.append("['").append(key).append("']");
    }
    return path + " == " + (value instanceof String text ? "'" + text + "'" : value);
  }
}
