package io.goldenpath.inference;

import io.goldenpath.har.RecordedCall;
import io.goldenpath.inference.chat.ChatMessage;
import io.goldenpath.inference.chat.RecordedFraming;
import io.goldenpath.inference.login.CallTemplate;
import io.goldenpath.inference.login.Substitutions;
import io.goldenpath.inference.yaml.YamlMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A sent message as the keys of its framing say it. */
record MessageYaml(RecordedFraming framing, Substitutions known) {

  YamlMap of(ChatMessage message) {
    return into(new YamlMap(), message);
  }

  YamlMap into(YamlMap map, ChatMessage message) {
    String name = message.envelope().name();
    return switch (framing) {
      case RecordedFraming.Json _ -> map.put("send", template(message.body()), "");
      case RecordedFraming.SocketIo _ -> event(map.put("event", name, ""), message);
      case RecordedFraming.Stomp _ ->
          destination(map.put("destination", known.text(name), ""), message);
      case RecordedFraming.GraphQl _ -> operation(map, message.body());
    };
  }

  /** An HTTP call that asks. */
  YamlMap of(RecordedCall call) {
    CallTemplate template = new CallTemplate(call, known);
    YamlMap map = new YamlMap().put(template.method(), template.address(), "");
    template.json().ifPresent(body -> map.put("json", body, ""));
    return map;
  }

  private String template(JsonNode body) {
    return body.isString() ? known.text(body.stringValue()) : known.json(body);
  }

  private YamlMap event(YamlMap map, ChatMessage message) {
    if (!message.envelope().args().isEmpty()) {
      map.put(
          "args",
          message.envelope().args().stream()
              .map(known::json)
              .collect(Collectors.joining(",", "[", "]")),
          "");
    }
    return message.envelope().ack() == null ? map : map.raw("ack", "true", "the page asked for it");
  }

  private YamlMap destination(YamlMap map, ChatMessage message) {
    YamlMap headers = new YamlMap();
    for (Map.Entry<String, String> header : message.envelope().headers().entrySet()) {
      headers.put(header.getKey(), known.text(header.getKey(), header.getValue()), "");
    }
    return map.put("headers", headers, "").put("send", template(message.body()), "");
  }

  private YamlMap operation(YamlMap map, JsonNode payload) {
    map.put("query", payload.path("query").asString(""), "");
    return payload.path("variables").isObject()
        ? map.put("variables", known.json(payload.path("variables")), "")
        : map;
  }
}
