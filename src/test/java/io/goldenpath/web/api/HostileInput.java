package io.goldenpath.web.api;

import io.goldenpath.web.api.OpenApiDocument.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  private static final Pattern UNPRINTABLE =
      Pattern.compile("%00|%ff|%c0|%ed|%e2%80%ae|%0d|%1b|^%..$");

  private static final List<String> METHODS = List.of("PUT", "PATCH", "TRACE", "PROPFIND", "get");

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
      String all = "%s %s %s %s".formatted(method, target(), header, body);
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
      for (String text : HostileValues.TEXTS) {
        if (in.equals("path")) {
          if (!text.isEmpty() && !text.equals("..")) {
            String path = operation.path().replace("{" + name + "}", text);
            to.accept(new Request(operation, operation.method(), filled(path), "", "", JSON_BODY));
          }
        } else if (in.equals("query") && !allowed(schema, text)) {
          to.accept(
              bare(operation, operation.method(), required(operation, name) + name + "=" + text));
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

  /** What a query must have besides. */
  private String required(Operation operation, String but) {
    return document.parameters(operation).stream()
        .filter(one -> one.path("in").stringValue().equals("query"))
        .filter(one -> one.path("required").booleanValue())
        .map(one -> one.path("name").stringValue())
        .filter(name -> !name.equals(but))
        .map(name -> name + "=agreed&")
        .collect(Collectors.joining());
  }

  /** Of what a schema allows nothing is sent, though an operation may refuse it, too. */
  private static boolean allowed(JsonNode schema, String text) {
    if (schema.has("pattern")) {
      return text.matches(schema.path("pattern").stringValue());
    }
    boolean free = schema.has("minLength");
    return free
        && text.length() >= schema.path("minLength").intValue()
        && !text.equals(HostileValues.LONG)
        && !UNPRINTABLE.matcher(text).find();
  }

  private void bodies(Operation operation, Consumer<Request> to) {
    if (!operation.node().has("requestBody")) {
      return;
    }
    HostileValues.BODIES.forEach(body -> to.accept(posted(operation, body)));
    ObjectNode valid = (ObjectNode) JSON.readTree(valid(operation));
    to.accept(posted(operation, valid.deepCopy().put("unknown", 1).toString()));
    for (String name : schema(operation).path("properties").propertyNames()) {
      HostileValues.VALUES.stream()
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
        operation.node().at("/requestBody/content/application~1json/schema/$ref").stringValue();
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
    return document.resolved(operation.node().at("/requestBody/content/application~1json/schema"));
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
