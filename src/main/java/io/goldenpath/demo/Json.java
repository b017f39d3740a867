package io.goldenpath.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How the platform writes objects and times. */
final class Json {

  static final JsonMapper MAPPER = JsonMapper.shared();

  private static final DateTimeFormatter NAIVE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Seconds with a fraction. */
  static BigDecimal seconds(Instant time) {
    return BigDecimal.valueOf(time.getEpochSecond())
        .add(BigDecimal.valueOf(time.getNano(), 9))
        .setScale(6, RoundingMode.DOWN);
  }

  /** ISO 8601 in UTC that does not say so. */
  static String naive(Instant time) {
    return NAIVE.format(time);
  }

  static String iso(Instant time) {
    return naive(time) + "+00:00";
  }
}
