package io.goldenpath.platforms.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values in a browser's log that nobody else may read: cookies, and what is called a token. */
final class HarSecrets {

  private static final Pattern SECRET =
      Pattern.compile(
          "JSESSIONID=(?<cookie>[^;\\s]+)"
              + "|\"(?:accessToken|token)\" ?: ?\"(?<token>[^\"]+)"
              + "|name=\"_csrf\"[^>]*value=\"(?<form>[^\"]+)");

  private HarSecrets() {}

  static List<String> of(Path har) throws IOException {
    JsonNode log = JsonMapper.shared().readTree(Files.readString(har));
    return Stream.of("text", "value", "data")
        .flatMap(key -> log.findValuesAsString(key).stream())
        .flatMap(text -> SECRET.matcher(text).results())
        .flatMap(found -> Stream.of("cookie", "token", "form").map(found::group))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
