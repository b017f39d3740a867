package io.goldenpath.cases;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Bodies that are JSON at its edges, or hardly so. */
final class JsonReplyCases {

  private JsonReplyCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(around(), values(), names(), bytes()).flatMap(group -> group);
  }

  private static Stream<PlatformCase> around() {
    return Stream.of(
        text("trailing-garbage", text -> text + "garbage"),
        text("trailing-document", text -> text + text),
        text("trailing-blanks", text -> text + " \r\n\t\n"),
        text("trailing-nul", text -> text + "\0"),
        text("leading-form-feed", text -> "\f" + text),
        text("two-marks", text -> "\uFEFF\uFEFF" + text),
        text("mark-after-blank", text -> " \uFEFF" + text),
        text("xssi-prefix", text -> ")]}',\n" + text),
        text("comma-at-end", text -> text.replaceFirst("}$", ",}")),
        text("comment", text -> "/* token */" + text),
        text("in-list", text -> "[" + text + "]"),
        text("single-quotes", text -> text.replace('"', '\'')));
  }

  private static Stream<PlatformCase> values() {
    return Stream.of(
        value("nan", "NaN"),
        value("number-plus", "+1"),
        value("number-zero-first", "01"),
        value("number-huge", "1e99999"),
        value("number-long", "9".repeat(1500)),
        value("number-long-fraction", "0." + "9".repeat(1500)),
        value("deep-400", "[".repeat(400) + "]".repeat(400)),
        value("deep-900", "[".repeat(900) + "]".repeat(900)),
        value("tab-in-string", "\"x\ty\""),
        value("del-in-string", "\"x\177y\""),
        value("escape-odd", "\"\\x41\""),
        value("escape-surrogate", "\"\\ud800\""),
        value("line-separator", "\"\u2028\""));
  }

  private static Stream<PlatformCase> names() {
    return Stream.of(
        field("name-long", "\"" + "n".repeat(60_000) + "\":1"),
        field("name-empty", "\"\":1"),
        field("name-twice", "\"a\":1,\"a\":2"),
        field("token-twice", "\"access_token\":\"old\""),
        field("proto", "\"__proto__\":1"),
        text("escape-in-name", text -> text.replace("access_token", "access\\u005ftoken")));
  }

  private static Stream<PlatformCase> bytes() {
    byte[] latin = {'{', '"', 'a', '"', ':', '"', (byte) 0xfc, 'x', '"', ','};
    return Stream.of(
        of("latin-1", body -> LoginReply.join(latin, Arrays.copyOfRange(body, 1, body.length))),
        of("utf-16-marked", body -> new String(body, UTF_8).getBytes(UTF_16)));
  }

  private static PlatformCase value(String name, String value) {
    return field(name, "\"a\":" + value);
  }

  /** One more field stands before the others. */
  private static PlatformCase field(String name, String field) {
    return text(name, text -> "{" + field + "," + text.substring(1));
  }

  private static PlatformCase text(String name, UnaryOperator<String> change) {
    return of(name, body -> change.apply(new String(body, UTF_8)).getBytes(UTF_8));
  }

  private static PlatformCase of(String name, UnaryOperator<byte[]> change) {
    return PlatformCase.of("json-" + name).that(good -> good.login(reply -> reply.body(change)));
  }
}
