package io.goldenpath.web.api;

import io.goldenpath.web.api.OpenApiDocument.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests that the document of the API forbids, made from it: what no schema allows in each
 * parameter and body, and methods and media types that no operation has.
 */
record HostileInput(OpenApiDocument document) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String JSON_BODY = "Content-Type: application/json";
  private static final String LONG = "9".repeat(5_000);

  /** As a query or path holds them, so percent-encoded where it is. */
  private static final List<String> TEXTS =
      List.of(
          "%00", "a%00b", "%ff", "%c0%af", "%ed%a0%80", "%e2%80%ae", "%0d%0aX-Evil:1", "%1b%5b2J",
          "", "%20", "..", "%27%20OR%201%3D1--", "%24%7Bjndi:ldap://x%7D", "%3Cscript%3E",
          "null", "undefined", "-1", "0", "1e9", "0x10", "1.5", "9223372036854775808",
          "%D9%A3", "true,false", "2026-13-45T99:99:99Z", "%2B999999999-12-31T23:59:59.999999999Z",
          "-999999999-01-01T00:00:00Z", "2026-11-24T12:00:00Z_%00", "_", "%25", "%7B%7D", "%5B%5D",
          LONG);

  private static final Pattern UNPRINTABLE =
      Pattern.compile("%00|%ff|%c0|%ed|%e2%80%ae|%0d|%1b|^%..$");

  private static final List<String> METHODS = List.of("PUT", "PATCH", "TRACE", "PROPFIND", "get");

  /** Values of the wrong type for nearly all that is posted. */
  private static final List<String> VALUES =
      List.of(
          "null", "true", "7", "-1e400", "1e308", "9223372036854775808", "[]", "[\"agreed\"]", "{}",
          "\"\"", "\" \"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\u202e\"", "\"\\ud800\"",
          "\"" + LONG + "\"", "\"2026-13-45T99:99:99Z\"", "\"+999999999-12-31T23:59:59Z\"",
          "\"9999-12-31T23:59:59Z\"", "\"1970-01-01T00:00:00Z\"", "\"javascript:alert(1)\"",
          "\"file:///etc/passwd\"", "\"http://\"", "\"../agreed\"", "\"AGREED\"");

  /** No JSON object of the kind that is expected. */
  private static final List<String> BODIES =
      List.of(
          "", "null", "[]", "7", "\"x\"", "{", "{}", "{}{}", "{\"target\"", "nothing", "<xml/>",
          "{\"target\":\"agreed\"}", "{\"__proto__\":{}}", "[".repeat(5_000),
          "{\"a\":".repeat(5_000), "{\"" + LONG + "\":1}", "\u0000", "{'target':'agreed'}");

  /**
   * A request that must come to nothing.
   *
   * @param path As the problem has it; the target of the request goes on with the query.
   * @param body A character for each byte.
   */
  record Request(
      Operation operation, String method, String path, String query, String body, String header) {

    String target() {
      return query.isEmpty() ? path : path + "?" + query;
    }

    @Override
    public String toString() {
      String all =
          "%s %s %s %s".formatted(method, target(), header, body);
      return all.length() <= 160 ? all : all.substring(0, 160) + "…";
    }
  }

  List<Request> all() {
    List<Request> requests = new ArrayList<>();
    for (Operation operation : document.operations()) {
      parameters(operation, requests::add);
      bodies(operation, requests::add);
      METHODS.forEach(method -> requests.add(bare(operation, method, "")));
      if (operation.node().has("requestBody")) {
        Stream.of("text/plain", "application/xml", "multipart/form-data", "nonsense", "*/*")
            .forEach(type ->
                requests.add(
                    new Request(
                        operation,
                        "POST",
                        path(operation),
                        "",
                        valid(operation),
                        "Content-Type: " + type)));
      }
    }
    return requests;
  }

  private void parameters(Operation operation, Consumer<Request> to) {
    for (JsonNode parameter : document.parameters(operation)) {
      String name = parameter.path("name").stringValue();
      String in = parameter.path("in").stringValue();
      JsonNode schema = document.resolved(parameter.path("schema"));
      for (String text : TEXTS) {
        if (in.equals("path")) {
          if (!text.isEmpty() && !text.equals("..")) {
            String path = operation.path().replace("{" + name + "}", text);
            to.accept(
                new Request(
                    operation, operation.method(), filled(path), "", "", JSON_BODY));
          }
        } else if (in.equals("query") && !allowed(schema, text)) {
          to.accept(bare(operation, operation.method(), name + "=" + text));
        } else if (in.equals("header")
            && schema.path("type").stringValue().equals("number")
            && !text.matches("[0-9.]{1,9}")) {
          to.accept(
              new Request(
                  operation,
                  operation.method(),
                  path(operation),
                  "target=agreed",
                  "",
                  name + ": " + text));
        }
      }
      if (in.equals("query")) {
        to.accept(bare(operation, operation.method(), name + "=1&" + name + "=2"));
      }
    }
  }

  /** Of what a schema allows nothing is sent, though an operation may refuse it, too. */
  private static boolean allowed(JsonNode schema, String text) {
    if (schema.has("pattern")) {
      return text.matches(schema.path("pattern").stringValue());
    }
    boolean free = schema.has("minLength");
    return free
        && text.length() >= schema.path("minLength").intValue()
        && !text.equals(LONG)
        && !UNPRINTABLE.matcher(text).find();
  }

  private void bodies(Operation operation, Consumer<Request> to) {
    if (!operation.node().has("requestBody")) {
      return;
    }
    BODIES.forEach(body -> to.accept(posted(operation, body)));
    ObjectNode valid = (ObjectNode) JSON.readTree(valid(operation));
    to.accept(posted(operation, valid.deepCopy().put("unknown", 1).toString()));
    for (String name : schema(operation).path("properties").propertyNames()) {
      VALUES.stream()
          .filter(value -> !allowed(operation, name, value))
          .forEach(value -> to.accept(posted(operation, with(valid, name, value))));
    }
    to.accept(posted(operation, valid(operation).replace("evil", "ev\u00ffil")));
  }

  /** The schema alone does not say which times and addresses are refused. */
  private boolean allowed(Operation operation, String name, String value) {
    if (value.startsWith("\"") && (name.equals("until") || name.equals("link"))) {
      return false;
    }
    String schema =
        operation
            .node()
            .at("/requestBody/content/application~1json/schema/$ref")
            .stringValue();
    return !value.matches(".*(u0000|u202e|ud800|\" \").*")
        && !(name.equals("at") && value.contains("9999"))
        && document.errors(schema + "/properties/" + name, JSON.readTree(value)).isEmpty();
  }

  private static String with(ObjectNode valid, String name, String value) {
    ObjectNode others = valid.deepCopy();
    others.remove(name);
    return others.toString().replaceFirst("\\{", "{\"" + name + "\":" + quoted(value) + ",");
  }

  private static String quoted(String value) {
    return value.replace("\\", "\\\\");
  }

  private JsonNode schema(Operation operation) {
    return document.resolved(
        operation.node().at("/requestBody/content/application~1json/schema"));
  }

  /** That would be done, were it sent so. */
  private static String valid(Operation operation) {
    return switch (operation.id()) {
      case "addMarker" -> "{\"target\":\"agreed\",\"release\":\"evil\"}";
      case "beginMaintenance" ->
          "{\"target\":\"agreed\",\"until\":\"2026-11-24T16:00:00Z\",\"why\":\"evil\"}";
      case "acknowledgeIncident" -> "{\"who\":\"evil\",\"why\":\"evil\"}";
      default -> throw new IllegalArgumentException(operation + " has no example");
    };
  }

  private static Request posted(Operation operation, String body) {
    return new Request(operation, "POST", path(operation), "", body, JSON_BODY);
  }

  private static Request bare(Operation operation, String method, String query) {
    return new Request(operation, method, path(operation), query, "", JSON_BODY);
  }

  private static String path(Operation operation) {
    return filled(operation.path());
  }

  private static String filled(String path) {
    return path.replace("{target}", "agreed")
        .replace("{journey}", "golden-path")
        .replace("{id}", URLEncoder.encode("no such", StandardCharsets.UTF_8));
  }
}
