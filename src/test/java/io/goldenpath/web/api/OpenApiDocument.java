package io.goldenpath.web.api;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.goldenpath.web.RawHttpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The document of the API, as one who writes a client by it reads it; nothing else may come. */
final class OpenApiDocument {

  private static final String ID = "https://goldenpath.invalid/openapi.json";

  private final JsonNode root;
  private final SchemaRegistry schemas;

  OpenApiDocument(String text) {
    this.root = RawHttpReply.json(text);
    closeObjects(root.path("components").path("schemas"));
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry ->
                registry
                    .schemas(Map.of(ID, root.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /** A property that no schema names is a mistake here, whereas clients pass it over. */
  private static void closeObjects(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(OpenApiDocument::closeObjects);
  }

  /** One operation. */
  record Operation(String method, String path, JsonNode node) {

    String id() {
      return node.path("operationId").stringValue();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  JsonNode root() {
    return root;
  }

  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    root.path("paths")
        .forEachEntry((path, methods) ->
            methods.forEachEntry((method, node) ->
                all.add(new Operation(method.toUpperCase(Locale.ROOT), path, node))));
    return all;
  }

  Operation operation(String id) {
    return operations().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  List<JsonNode> parameters(Operation operation) {
    return operation.node().path("parameters").valueStream().map(this::resolved).toList();
  }

  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? root.at(node.path("$ref").stringValue().substring(1)) : node;
  }

  /** What is wrong with a reply to it; nothing where it is as the document says. */
  List<String> mistakes(Operation operation, RawHttpReply reply) {
    JsonNode response = response(operation, reply.status());
    if (response.isMissingNode()) {
      return List.of("status " + reply.status() + " is not in the document");
    }
    Stream<String> headers =
        response.path("headers").propertyNames().stream()
            .filter(name -> reply.header(name).isEmpty())
            .map(name -> "no header " + name);
    JsonNode content = response.path("content");
    String type = reply.header("Content-Type").split(";", 2)[0];
    if (content.isMissingNode()) {
      return Stream.concat(headers, Stream.of(reply.body()).filter(body -> !body.isEmpty()))
          .toList();
    }
    if (!content.has(type)) {
      return List.of("media type '" + type + "' is not in the document");
    }
    return Stream.concat(
            headers,
            type.endsWith("json") ? errors(content.path(type).path("schema"), reply) : Stream.of())
        .toList();
  }

  private JsonNode response(Operation operation, int status) {
    JsonNode all = operation.node().path("responses");
    JsonNode exact = all.path(String.valueOf(status));
    return resolved(exact.isMissingNode() ? all.path(status / 100 + "XX") : exact);
  }

  private Stream<String> errors(JsonNode schema, RawHttpReply reply) {
    return schema.has("$ref")
        ? errors(schema.path("$ref").stringValue(), reply.json()).stream().map(Error::toString)
        : Stream.of();
  }

  List<Error> errors(String reference, JsonNode value) {
    Schema schema = schemas.getSchema(SchemaLocation.of(ID + reference));
    return schema.validate(value);
  }

  /** Properties of schemas that this value of the schema has, as {@code Schema.property}. */
  Set<String> properties(String schema, JsonNode value) {
    Set<String> found = new TreeSet<>();
    collect(schema, root.at("/components/schemas/" + schema), value, found);
    return found;
  }

  private void collect(String name, JsonNode schema, JsonNode value, Set<String> found) {
    if (value.isNull()) {
      return;
    }
    if (schema.has("$ref")) {
      String reference = schema.path("$ref").stringValue();
      collect(reference.replaceFirst(".*/", ""), resolved(schema), value, found);
    }
    schema.path("oneOf").forEach(one -> collect(name, one, value, found));
    value
        .valueStream()
        .filter(_ -> schema.has("items"))
        .forEach(item -> collect(name, schema.path("items"), item, found));
    value.forEachEntry((property, inner) -> {
      JsonNode known = schema.path("properties").path(property);
      if (!known.isMissingNode()) {
        found.add(name + "." + property);
        collect(name + "." + property, known, inner, found);
      } else {
        collect(name, schema.path("additionalProperties"), inner, found);
      }
    });
  }

  /** All that {@link #properties} can find, but for those of what is posted. */
  Set<String> allProperties() {
    Set<String> all = new TreeSet<>();
    root.at("/components/schemas")
        .forEachEntry((name, schema) -> {
          if (!name.startsWith("Posted")) {
            all(name, schema, all);
          }
        });
    return all;
  }

  private static void all(String name, JsonNode schema, Set<String> found) {
    schema
        .path("properties")
        .forEachEntry((property, inner) -> {
          found.add(name + "." + property);
          all(name + "." + property, inner, found);
        });
  }
}
