package io.goldenpath.inference.login;

import io.goldenpath.framing.FrameJson;
import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.har.RecordedCall;
import io.goldenpath.har.RecordedHeader;
import io.goldenpath.inference.chat.ChatMessage;
import io.goldenpath.inference.chat.MessagePlace;
import io.goldenpath.inference.chat.TextShape;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds a value in a reply, as {@code capture} says where. */
final class ReplySearch {

  private static final int CONTEXT = 60;
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "(?s).*?((?:name|id|content|property)=\"[^\"]{1,40}\"[^<>]*(?:value|content)=\")$");

  private ReplySearch() {}

  static Optional<String> find(RecordedCall call, String value) {
    Optional<String> place = inJson(call, value);
    return place.isPresent() || !isMade(value)
        ? place
        : inCookies(call, value)
            .or(() -> inHeaders(call, value))
            .or(() -> inText(call.response().body(), value));
  }

  /** A word of letters alone stands in pages and scripts by chance. */
  private static boolean isMade(String value) {
    return value.chars().anyMatch(Character::isDigit);
  }

  private static Optional<String> inJson(RecordedCall call, String value) {
    return FrameJson.read(call.response().body())
        .filter(JsonNode::isContainer)
        .map(body -> new ChatMessage(false, 0, body, Envelope.NONE).leaves())
        .flatMap(leaves ->
            leaves.entrySet().stream()
                .filter(leaf -> isIt(leaf.getKey(), leaf.getValue(), value))
                .map(leaf -> leaf.getKey().pointer())
                .findFirst());
  }

  /** A number, or a short text, is it only under a name of ids. */
  private static boolean isIt(MessagePlace place, JsonNode leaf, String value) {
    boolean telling = TextShape.isId(value) || TextShape.isToken(value) || value.length() >= 12;
    return leaf.asString("").equals(value)
        && (telling || TextShape.isIdKey(place.key()) || TextShape.isSensitive(place.key()));
  }

  private static Optional<String> inCookies(RecordedCall call, String value) {
    return call.response().all("set-cookie").stream()
        .map(cookie -> cookie.split(";", 2)[0].split("=", 2))
        .filter(cookie -> cookie.length == 2 && cookie[1].equals(value))
        .map(cookie -> "cookie:" + cookie[0])
        .findFirst();
  }

  private static Optional<String> inHeaders(RecordedCall call, String value) {
    return call.response().headers().stream()
        .filter(header -> !header.name().equals("set-cookie"))
        .flatMap(header -> inHeader(header, value).stream())
        .findFirst();
  }

  private static Optional<String> inHeader(RecordedHeader header, String value) {
    if (header.value().equals(value)) {
      return Optional.of("header:" + header.name());
    }
    int at = value.length() < CONTEXT / 4 ? -1 : header.value().indexOf(value);
    return at < 1
        ? Optional.empty()
        : Optional.of(
            "header:" + header.name() + " regex:" + before(header.value(), at) + "([^&;,\\s]+)");
  }

  private static String before(String text, int at) {
    return text.substring(Math.max(0, at - 12), at)
        .replaceAll("([\\\\.\\[\\]{}()*+?^$|])", "\\\\$1");
  }

  private static Optional<String> inText(String body, String value) {
    int at = value.length() < 6 ? -1 : body.indexOf(value);
    if (at < 1 || body.startsWith("{") || body.startsWith("[")) {
      return Optional.empty();
    }
    String context = body.substring(Math.max(0, at - 200), at);
    Matcher attribute = ATTRIBUTE.matcher(context.substring(context.lastIndexOf('<') + 1));
    String known =
        attribute.matches()
            ? attribute.group(1)
            : context.substring(Math.max(0, context.length() - 24));
    return Optional.of("regex:" + literal(known) + "([^\"'<>&\\s]+)");
  }

  private static String literal(String known) {
    return known.replaceAll("([\\\\.\\[\\]{}()*+?^$|])", "\\\\$1").replaceAll("\\s+", "\\\\s+");
  }
}
