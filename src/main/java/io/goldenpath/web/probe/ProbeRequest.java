package io.goldenpath.web.probe;

import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.web.api.ApiProblems;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a scrape asks for.
 *
 * @param fresh Whether only a new run will do.
 * @param debug Whether a person reads it.
 * @param scrapeTimeout After which the scraper hears nothing more; null where it does not say.
 */
record ProbeRequest(
    String target, String journey, boolean fresh, boolean debug, @Nullable Duration scrapeTimeout) {

  /** For the answer's way back, as in blackbox_exporter. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

  /** Other parameters are for other exporters, and are passed over. */
  static ProbeRequest of(Map<String, String> parameters, @Nullable String timeout) {
    String target = parameters.getOrDefault("target", "");
    if (target.isEmpty()) {
      throw ApiProblems.of(
          HttpStatus.BAD_REQUEST, "target is missing; expected the name of a target");
    }
    String module = parameters.getOrDefault("module", JourneyKind.GOLDEN_PATH.label());
    return new ProbeRequest(
        target,
        parameters.getOrDefault("journey", module),
        flag("fresh", parameters),
        flag("debug", parameters),
        timeout == null ? null : seconds(timeout));
  }

  /** Empty where there is no such journey. */
  Optional<ProbeId> probe() {
    return JourneyKind.of(journey).map(kind -> new ProbeId(target, kind));
  }

  /** How long it can wait: this long at most, and no longer than the scraper does. */
  Duration patience(Duration most) {
    if (scrapeTimeout == null || scrapeTimeout.minus(MARGIN).compareTo(most) > 0) {
      return most;
    }
    return scrapeTimeout.compareTo(MARGIN) < 0 ? Duration.ZERO : scrapeTimeout.minus(MARGIN);
  }

  private static boolean flag(String name, Map<String, String> parameters) {
    return switch (parameters.getOrDefault(name, "false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw ApiProblems.of(HttpStatus.BAD_REQUEST, name + " must be true or false");
    };
  }

  private static Duration seconds(String timeout) {
    if (!SECONDS.matcher(timeout).matches()) {
      throw ApiProblems.of(
          HttpStatus.BAD_REQUEST,
          "X-Prometheus-Scrape-Timeout-Seconds is not a number of seconds; expected one such as"
              + " 10 or 2.5");
    }
    return Duration.ofNanos(new BigDecimal(timeout).movePointRight(9).longValue());
  }
}
