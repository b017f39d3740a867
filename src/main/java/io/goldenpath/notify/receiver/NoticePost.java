package io.goldenpath.notify.receiver;

import io.goldenpath.model.target.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON on its way to a configured address.
 *
 * @param hidden What is secret in the body.
 */
record NoticePost(Secret url, Map<String, Secret> headers, String body, List<Secret> hidden) {

  /** In characters that every receiver takes, whatever a target has sent. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  static NoticePost of(Secret url, Object json) {
    return of(url, Map.of(), json);
  }

  static NoticePost of(Secret url, Map<String, Secret> headers, Object json) {
    return new NoticePost(url, headers, MAPPER.writeValueAsString(json), List.of());
  }

  NoticePost with(String header, Secret value) {
    Map<String, Secret> all = new HashMap<>(headers);
    all.put(header, value);
    return new NoticePost(url, all, body, hidden);
  }

  NoticePost hiding(Secret inBody) {
    return new NoticePost(url, headers, body, List.of(inBody));
  }

  /** What a receiver says, without what it may have repeated of ours. */
  String masked(String said) {
    return Stream.of(Stream.of(url), headers.values().stream(), hidden.stream())
        .flatMap(secrets -> secrets)
        .map(Secret::reveal)
        .filter(secret -> !secret.isEmpty())
        .reduce(said, (text, secret) -> text.replace(secret, "***"));
  }
}
