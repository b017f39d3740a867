package io.goldenpath.journey.chat;

import io.goldenpath.framing.Framing;
import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.target.TemplateValues;
import java.util.ArrayList;
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
  static final String THANKS = "6";
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
  public FramingConnection connection(TemplateValues values) {
    return new Connection();
  }

  private static final class Connection implements FramingConnection {

    private int sent;
    private boolean opened;

    private final List<String> due = new ArrayList<>(List.of(OPEN));

    @Override
    public boolean established() {
      return opened;
    }

    @Override
    public List<String> due(long nanos) {
      List<String> all = List.copyOf(due);
      due.clear();
      return all;
    }

    /** Messages are numbered, so that a connection has state. */
    @Override
    public String wrap(Outgoing message, long nanos) {
      return MESSAGE + ++sent + message.text();
    }

    @Override
    public List<Incoming> unwrap(String frame, long nanos) {
      return Arrays.stream(frame.split(SEPARATOR)).map(this::part).toList();
    }

    @Override
    public List<String> closing() {
      return List.of(CLOSE);
    }

    private Incoming part(String part) {
      String content = part.substring(Math.min(1, part.length()));
      return switch (part.substring(0, Math.min(1, part.length()))) {
        case OPEN -> {
          opened = true;
          due.add(THANKS);
          yield new Message(JsonMapper.shared().readTree(content), content);
        }
        case MESSAGE -> new Message(JsonMapper.shared().readTree(content), content);
        case PING -> {
          due.add(PONG);
          yield new Incoming.Heartbeat();
        }
        case REFUSED -> new Incoming.Refused(content);
        case CLOSE -> new Incoming.Closing(content);
        default -> new Incoming.Broken("it begins with no digit");
      };
    }
  }
}
