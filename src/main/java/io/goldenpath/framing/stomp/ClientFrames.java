package io.goldenpath.framing.stomp;

import io.goldenpath.framing.Outgoing;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Frames that we send. */
final class ClientFrames {

  static final String HEART_BEAT = "\n";

  private ClientFrames() {}

  /**
   * Its headers are not escaped, so that control characters are left out. The virtual host is the
   * root where none is named, for a broker that has others knows that one too.
   */
  static String connect(Map<String, String> headers, Duration heartBeat) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("accept-version", "1.2,1.1");
    all.put("host", "/");
    all.put("heart-beat", heartBeat.toMillis() + "," + heartBeat.toMillis());
    headers.forEach((name, value) -> all.put(name, value.replaceAll("\\p{Cntrl}", "")));
    StringBuilder frame = new StringBuilder("CONNECT\n");
    all.forEach((name, value) -> frame.append(name).append(':').append(value).append('\n'));
    return frame.append("\n\0").toString();
  }

  static String subscribe(String id, String destination) {
    return frame("SUBSCRIBE", Map.of("id", id, "destination", destination), "");
  }

  static String send(Outgoing message) {
    Map<String, String> headers = new TreeMap<>(message.headers());
    headers.putIfAbsent("content-type", "application/json");
    headers.put("content-length", Integer.toString(message.bytes()));
    headers.put("destination", message.name());
    return frame("SEND", headers, message.text());
  }

  static String disconnect(String receipt) {
    return frame("DISCONNECT", Map.of("receipt", receipt), "");
  }

  private static String frame(String command, Map<String, String> headers, String body) {
    StringBuilder frame = new StringBuilder(command).append('\n');
    new TreeMap<>(headers)
        .forEach((name, value) ->
            frame
                .append(HeaderEscapes.escape(name))
                .append(':')
                .append(HeaderEscapes.escape(value))
                .append('\n'));
    return frame.append('\n').append(body).append('\0').toString();
  }
}
