package io.goldenpath.framing.stomp;

import io.goldenpath.framing.CloseCodes;
import io.goldenpath.framing.Framing;
import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.MessageTemplate;
import io.goldenpath.model.target.TemplateValues;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * STOMP 1.2, or 1.1 where the server knows no better.
 *
 * @param connect Headers of the CONNECT frame, such as a token.
 * @param subscriptions Destinations that a new connection subscribes to in this order, by the id of
 *     the subscription.
 * @param heartBeat How often either side shows a sign of life at least; zero for never.
 */
public record StompFraming(
    Map<String, MessageTemplate> connect, Map<String, String> subscriptions, Duration heartBeat)
    implements Framing {

  /** A server ends the connection after ERROR. */
  private static final CloseCodes CLOSE_CODES =
      new CloseCodes(Set.of(), Set.of(), Set.of(1000, 1002), Map.of());

  private static final Duration LONGEST = Duration.ofDays(1);
  private static final List<String> OURS = List.of("accept-version", "heart-beat");

  public StompFraming {
    connect = Collections.unmodifiableMap(new LinkedHashMap<>(connect));
    subscriptions = Collections.unmodifiableMap(new LinkedHashMap<>(subscriptions));
    for (String name : connect.keySet()) {
      if (OURS.contains(name) || !name.matches("[^:\\p{Cntrl}]+")) {
        throw new IllegalArgumentException(
            "'%s' is no header that CONNECT may be given: a name without colon, none of %s"
                .formatted(name, OURS));
      }
    }
    if (heartBeat.isNegative() || heartBeat.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a heart-beat of " + heartBeat + " is not between 0 and " + LONGEST);
    }
  }

  @Override
  public List<String> subprotocols() {
    return List.of("v12.stomp", "v11.stomp");
  }

  @Override
  public CloseCodes closeCodes() {
    return CLOSE_CODES;
  }

  @Override
  public FramingConnection connection(TemplateValues values) {
    Map<String, String> headers = new LinkedHashMap<>();
    connect.forEach((name, template) -> headers.put(name, template.fill(values)));
    return new StompConnection(ClientFrames.connect(headers, heartBeat), subscriptions, heartBeat);
  }
}
