package io.goldenpath.notify.receiver;

import io.goldenpath.model.target.Secret;
import io.goldenpath.redaction.Redactor;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON on its way to a configured address.
 *
 * @param hiddenInBody What is secret in the body, which is ASCII.
 */
record NoticePost(Secret url, Map<String, Secret> headers, String body, List<Secret> hiddenInBody) {

  /** Shorter parts of an address are words of it. */
  private static final int LONG_AS_A_KEY = 16;

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
    return new NoticePost(url, all, body, hiddenInBody);
  }

  NoticePost hiding(Secret inBody) {
    return new NoticePost(url, headers, body, List.of(inBody));
  }

  /** How much is sent. */
  int bytes() {
    return body.length();
  }

  /** What a receiver says, without what it may have repeated of ours. */
  String masked(String said) {
    List<Secret> secrets =
        Stream.of(
                partsOfAddress(),
                headers.values().stream().flatMap(NoticePost::parts),
                hiddenInBody.stream())
            .flatMap(some -> some)
            .filter(secret -> !secret.reveal().isBlank())
            .toList();
    return Redactor.of(secrets).redact(said);
  }

  /** Servers say which path they do not know, and which key in it or after it. */
  private Stream<Secret> partsOfAddress() {
    URI address = URI.create(url.reveal());
    String path = Objects.requireNonNullElse(address.getRawPath(), "");
    String query = Objects.requireNonNullElse(address.getRawQuery(), "");
    Stream<String> keys =
        Stream.concat(Arrays.stream(path.split("/")), Arrays.stream(query.split("[&=]")))
            .filter(part -> part.length() >= LONG_AS_A_KEY);
    return Stream.concat(Stream.of(url.reveal(), path, query), keys)
        .filter(part -> part.length() > 1)
        .map(Secret::of);
  }

  /** Such as a token without its scheme. */
  private static Stream<Secret> parts(Secret header) {
    String value = header.reveal();
    return Stream.of(value, value.substring(value.lastIndexOf(' ') + 1)).map(Secret::of);
  }

  /** The body may hold a key. */
  @Override
  public String toString() {
    return "NoticePost[%d bytes]".formatted(bytes());
  }
}
