package io.goldenpath.journey.chat;

import io.goldenpath.framing.Framing;
import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.target.TemplateValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
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
  static final String BEATS = "6";
  static final String THANKS = "7";
  static final String SEPARATOR = "\u001e";
  static final String SUBPROTOCOL = "digits.v1";

  @Override
  public String protocol() {
    return "Digits";
  }

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
    return new Connection(values.value("token"));
  }

  private static final class Connection implements FramingConnection {

    private int sent;
    private boolean established;
    private @Nullable Long beat;

    private final List<String> due = new ArrayList<>();

    Connection(@Nullable Object token) {
      due.add(token == null ? OPEN : OPEN + token);
    }

    @Override
    public boolean established() {
      return established;
    }

    @Override
    public List<Incoming> elapsed(long nanos) {
      return beat != null && nanos - beat >= 0
          ? List.of(new Incoming.Missed("no beat came"))
          : List.of();
    }

    @Override
    public OptionalLong next() {
      return beat == null ? OptionalLong.empty() : OptionalLong.of(beat);
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
      return Arrays.stream(frame.split(SEPARATOR)).map(part -> part(part, nanos)).toList();
    }

    @Override
    public List<String> closing() {
      return List.of(CLOSE);
    }

    private Incoming part(String part, long nanos) {
      String content = part.substring(Math.min(1, part.length()));
      return switch (part.substring(0, Math.min(1, part.length()))) {
        case OPEN -> open(content);
        case MESSAGE -> message(content);
        case BEATS -> {
          beat = nanos + Duration.ofMillis(Long.parseLong(content)).toNanos();
          yield new Incoming.Heartbeat();
        }
        case PING -> {
          due.add(PONG);
          yield new Incoming.Heartbeat();
        }
        case REFUSED -> new Incoming.Refused(content);
        case CLOSE -> new Incoming.Closing(content);
        default -> new Incoming.Broken("it begins with no digit");
      };
    }

    private Incoming open(String content) {
      if (established) {
        return new Incoming.Misplaced("it opened twice");
      }
      established = true;
      due.add(THANKS);
      return content.isEmpty() ? new Incoming.Noise("open") : message(content);
    }

    private static Message message(String content) {
      return new Message(JsonMapper.shared().readTree(content), content);
    }
  }
}
