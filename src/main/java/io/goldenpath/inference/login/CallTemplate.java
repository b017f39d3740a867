package io.goldenpath.inference.login;

import io.goldenpath.framing.FrameJson;
import io.goldenpath.har.RecordedCall;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A recorded request with variables in place of what is made anew. */
public record CallTemplate(RecordedCall call, Substitutions known) {

  private static final Pattern ORIGIN =
      Pattern.compile("(?i)(https?://[^/?#]+)(.*)", Pattern.DOTALL);

  /** A call of a login, which takes values from earlier ones. */
  public static CallTemplate of(ChainedCall chained, Substitutions known) {
    return new CallTemplate(chained.call(), known.with(chained.values()));
  }

  /** Where a JSON reply has this value. */
  public static Optional<String> pointer(RecordedCall call, String value) {
    return ReplySearch.find(call, value).filter(place -> place.startsWith("/"));
  }

  /** As the key of a step. */
  public String method() {
    return call.method().toLowerCase(Locale.ROOT);
  }

  /** Scheme and host. */
  public String origin() {
    return ORIGIN.matcher(call.url()).replaceFirst("$1");
  }

  public String address() {
    return origin() + path();
  }

  /** Relative where it is at this host. */
  public String address(String host) {
    return origin().equals(host) ? path() : address();
  }

  private String path() {
    String path = ORIGIN.matcher(call.url()).replaceFirst("$2").replaceFirst("#.*", "");
    StringBuilder filled = new StringBuilder();
    for (String part : path.split("(?<=[/?&=])|(?=[/?&=])", -1)) {
      filled.append(part.length() < 2 ? part : known.text(part));
    }
    return filled.isEmpty() ? "/" : filled.toString();
  }

  /** The body where it is JSON. */
  public Optional<String> json() {
    return CallValues.isForm(call.request())
        ? Optional.empty()
        : FrameJson.read(call.request().body()).filter(JsonNode::isContainer).map(known::json);
  }

  /** The fields of a form; none where it is something else. */
  public Map<String, String> form() {
    Map<String, String> fields = new LinkedHashMap<>();
    if (CallValues.isForm(call.request())) {
      CallValues.form(call.request().body())
          .forEach((name, value) -> fields.put(name, known.text(name, value)));
    }
    return fields;
  }

  /** Headers of the page's own. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    CallValues.of(call)
        .headers()
        .forEach((name, value) -> {
          boolean bearer = name.equals("authorization");
          String filled = known.text(name, value);
          if (!bearer) {
            headers.put(name, filled);
          } else if (!filled.equals("{token}")) {
            headers.put("Authorization", "Bearer " + filled);
          }
        });
    return headers;
  }
}
