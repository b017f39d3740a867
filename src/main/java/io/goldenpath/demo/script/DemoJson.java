package io.goldenpath.demo.script;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON of the platform: its mapper and its format of times. */
public final class DemoJson {

  public static final JsonMapper MAPPER = JsonMapper.shared();

  private static final int MAX_BODY_BYTES = 8 * 1024;
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private DemoJson() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Of a request, the rest of one that is too long left out. */
  public static JsonNode read(InputStream body) throws IOException {
    return MAPPER.readTree(body.readNBytes(MAX_BODY_BYTES));
  }

  public static BigDecimal seconds(Instant time) {
    return BigDecimal.valueOf(time.getEpochSecond())
        .add(BigDecimal.valueOf(time.getNano(), 9))
        .setScale(6, RoundingMode.DOWN);
  }

  public static String iso(Instant time) {
    return ISO.format(time);
  }
}
