package io.goldenpath.journey.login;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.goldenpath.dialect.JsonId;
import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.Secret;
import io.goldenpath.wire.HttpReply;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** HTTP reply as conditions and captures see it. */
final class ParsedReply {

  private final HttpReply reply;
  private final Map<String, Secret> cookies;
  private final @Nullable JsonNode json;

  private ParsedReply(HttpReply reply, Map<String, Secret> cookies, @Nullable JsonNode json) {
    this.reply = reply;
    this.cookies = cookies;
    this.json = json;
  }

  static ParsedReply of(HttpReply reply, Map<String, Secret> cookies) {
    return new ParsedReply(reply, cookies, JsonValues.read(reply.body()));
  }

  HttpReply http() {
    return reply;
  }

  int status() {
    return reply.status();
  }

  boolean isJson() {
    return json != null && !json.isMissingNode();
  }

  Optional<String> header(String name) {
    return reply.header(name);
  }

  /** Variables of conditions, by name. */
  Map<String, Object> values() {
    Map<String, String> headers = new HashMap<>();
    reply
        .headers()
        .forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), all.getFirst()));
    Map<String, String> shown = new HashMap<>();
    cookies.forEach((name, value) -> shown.put(name, value.reveal()));
    Object body = json == null ? reply.body() : JsonValues.value(json);
    return Map.of(
        "status",
        (long) reply.status(),
        "headers",
        headers,
        "location",
        reply.header("Location").orElse(""),
        "body",
        body == null ? "" : body,
        "cookies",
        shown);
  }

  Optional<Secret> capture(Capture capture) {
    Optional<String> whole =
        switch (capture.source()) {
          case POINTER -> text(capture.key());
          case HEADER -> reply.header(capture.key());
          case COOKIE -> Optional.ofNullable(cookies.get(capture.key())).map(Secret::reveal);
          case BODY -> Optional.of(reply.body());
        };
    String pattern = capture.pattern();
    Optional<String> found =
        pattern == null ? whole : whole.flatMap(text -> firstMatch(Pattern.compile(pattern), text));
    return found.filter(text -> !text.isBlank()).map(Secret::of);
  }

  /** Empty where the JSON pointer leads nowhere, to null, to an object or to a list. */
  Optional<String> text(String pointer) {
    JsonNode node = at(pointer);
    return node.isValueNode() && !node.isNull() ? Optional.of(node.asString()) : Optional.empty();
  }

  /** Id of a user; empty where there is none, or none that can be read. */
  Optional<String> user(String pointer) {
    return userProblem(pointer).isPresent() ? Optional.empty() : JsonId.written(at(pointer));
  }

  /** What stands in the place of a user's id that cannot be read. */
  Optional<String> userProblem(String pointer) {
    return JsonId.problem(at(pointer));
  }

  String body() {
    return reply.body();
  }

  /** Why the body is not whole, as a clause. */
  Optional<String> bodyFlaw() {
    return Optional.ofNullable(reply.bodyFlaw());
  }

  private JsonNode at(String pointer) {
    return json == null ? MissingNode.getInstance() : json.at(pointer);
  }

  private Optional<String> firstMatch(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String found = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
    boolean html = reply.header("Content-Type").orElse("").startsWith("text/html");
    return Optional.ofNullable(found).map(value -> html ? HtmlUtils.htmlUnescape(value) : value);
  }
}
