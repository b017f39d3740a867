package io.goldenpath.journey.chat;

import io.goldenpath.framing.Framing;
import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A framing in the manner of Socket.IO, which the monitor does not know: a digit says what a frame
 * is, each side opens, the server pings, and one frame may hold several messages.
 */
final class DigitFraming implements Framing {

  static final String OPEN = "0";
  static final String MESSAGE = "1";
  static final String PING = "2";
  static final String PONG = "3";
  static final String REFUSED = "4";
  static final String CLOSE = "5";
  static final String SEPARATOR = "\u001e";
  static final String SUBPROTOCOL = "digits.v1";

  @Override
  public Map<String, String> query() {
    return Map.of("digits", "yes");
  }

  @Override
  public List<String> subprotocols() {
    return List.of(SUBPROTOCOL);
  }

  @Override
  public FramingConnection connection() {
    return new Connection();
  }

  private static final class Connection implements FramingConnection {

    private int sent;

    @Override
    public List<String> opening() {
      return List.of(OPEN);
    }

    /** Messages are numbered, so that a connection has state. */
    @Override
    public String wrap(Outgoing message) {
      return MESSAGE + ++sent + message.text();
    }

    @Override
    public List<Incoming> unwrap(String frame) {
      return Arrays.stream(frame.split(SEPARATOR)).map(Connection::part).toList();
    }

    @Override
    public List<String> closing() {
      return List.of(CLOSE);
    }

    private static Incoming part(String part) {
      String content = part.substring(Math.min(1, part.length()));
      return switch (part.substring(0, Math.min(1, part.length()))) {
        case OPEN, MESSAGE -> new Message(JsonMapper.shared().readTree(content), content);
        case PING -> new Incoming.Heartbeat(PONG);
        case REFUSED -> new Incoming.Refused(content);
        case CLOSE -> new Incoming.Closing(content);
        default -> new Incoming.Broken("it begins with no digit");
      };
    }
  }
}
