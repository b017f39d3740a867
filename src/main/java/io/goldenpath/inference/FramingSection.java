package io.goldenpath.inference;

import io.goldenpath.inference.chat.RecordedFraming;
import io.goldenpath.inference.login.Substitutions;
import io.goldenpath.inference.yaml.YamlMap;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The framing, and what opens it. */
record FramingSection(RecordedFraming framing, Substitutions known) {

  YamlMap yaml() {
    YamlMap map = new YamlMap();
    return switch (framing) {
      case RecordedFraming.Json(String split, boolean binary) -> json(map, split, binary);
      case RecordedFraming.SocketIo(String namespace, JsonNode connect) -> {
        map.put("type", "socket-io", "its first frame is Engine.IO's");
        if (!namespace.equals("/")) {
          map.put("namespace", namespace, "the first that the page joined");
        }
        yield connect(map, connect);
      }
      case RecordedFraming.GraphQl(JsonNode connect) ->
          connect(map.put("type", "graphql-transport-ws", "by its subprotocol"), connect);
      case RecordedFraming.Stomp stomp -> stomp(map, stomp);
    };
  }

  private static YamlMap json(YamlMap map, String split, boolean binary) {
    if (!split.equals("none")) {
      map.put("split", split, "several messages came in a frame");
    }
    return binary ? map.put("binary", "text", "JSON came in binary frames") : map;
  }

  private YamlMap connect(YamlMap map, JsonNode connect) {
    return connect.isObject() && !connect.isEmpty()
        ? map.put("connect", known.json(connect), "what the page sent to open it")
        : map;
  }

  private YamlMap stomp(YamlMap map, RecordedFraming.Stomp stomp) {
    map.put("type", "stomp", "by its subprotocol or its CONNECT");
    YamlMap connect = new YamlMap();
    for (Map.Entry<String, String> header : stomp.connect().entrySet()) {
      connect.put(header.getKey(), known.text(header.getKey(), header.getValue()), "");
    }
    map.put("connect", connect, "headers of the page's CONNECT");
    YamlMap subscribe = new YamlMap();
    stomp.subscribe().forEach((id, to) -> subscribe.put(id, known.text(to), ""));
    map.put("subscribe", subscribe, "as the page did");
    Duration beat = stomp.heartBeat();
    return map.put(
        "heart-beat",
        beat.toMillis() % 1_000 == 0 ? beat.toSeconds() + "s" : beat.toMillis() + "ms",
        "what the page offered");
  }
}
