package io.goldenpath.settings.keys;

import io.goldenpath.dialect.definition.DialectVariable;
import io.goldenpath.framing.BinaryFrames;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * How a platform is spoken to, and what its messages mean. Each list may be written as its only
 * member.
 *
 * @param base Dialect from which this one differs only in what it writes.
 * @param framing Protocol between the WebSocket and the messages.
 * @param variables Variables that the monitor makes, by name.
 * @param sending What is sent, and when.
 * @param reading What messages mean.
 */
@ConfigurationPropertiesSource
public record DialectProperties(
    @Name("extends") @Nullable String base,
    @NestedConfigurationProperty FramingProperties framing,
    @DefaultValue Map<String, VariableProperties> variables,
    @Name(SameLevel.FIRST) @NestedConfigurationProperty SendingProperties sending,
    @Name(SameLevel.SECOND) @NestedConfigurationProperty MeaningProperties reading) {

  public DialectProperties {
    framing = WrittenOr.defaults(framing, FramingProperties.class);
    sending = WrittenOr.defaults(sending, SendingProperties.class);
    reading = WrittenOr.defaults(reading, MeaningProperties.class);
  }

  /**
   * Protocol between the WebSocket and the messages.
   *
   * @param type Which one: json, socket-io, stomp or graphql-transport-ws.
   * @param refused Condition in CEL under which a refusal inside the framing refuses the user.
   * @param binary What becomes of binary frames: ignore, text (JSON in them) or fail.
   * @param connect What the first frame of the framing carries: CONNECT of Socket.IO and STOMP,
   *     connection_init of GraphQL.
   * @param json Keys of type json.
   * @param namespace Namespace that is joined, for type socket-io.
   * @param stomp Keys of type stomp.
   */
  @ConfigurationPropertiesSource
  public record FramingProperties(
      @Nullable FramingType type,
      @Nullable String refused,
      @Nullable BinaryFrames binary,
      @Nullable JsonTemplate connect,
      @Name(SameLevel.FIRST) @NestedConfigurationProperty JsonFramingProperties json,
      @Nullable String namespace,
      @Name(SameLevel.SECOND) @NestedConfigurationProperty StompFramingProperties stomp) {

    public FramingProperties {
      json = WrittenOr.defaults(json, JsonFramingProperties.class);
      stomp = WrittenOr.defaults(stomp, StompFramingProperties.class);
    }
  }

  /** Which protocol frames the messages. */
  public enum FramingType {
    JSON,
    SOCKET_IO,
    STOMP,
    GRAPHQL_TRANSPORT_WS
  }

  /**
   * Keys of type json.
   *
   * @param split How one frame holds several messages: none, lines, array, or the text between
   *     them.
   * @param nested JSON pointers to texts that are JSON themselves, parsed in place.
   */
  public record JsonFramingProperties(@Nullable String split, @Nullable List<String> nested) {}

  /**
   * Keys of type stomp.
   *
   * @param subscribe Destinations that are subscribed to, by the id of the subscription.
   * @param heartBeat How often heartbeats are offered and asked for; 0 for none.
   */
  public record StompFramingProperties(
      @DefaultValue Map<String, String> subscribe, @Nullable Duration heartBeat) {}

  /**
   * A variable that the monitor makes, or its kind alone.
   *
   * @param is What it is: uuid, counter or text, which is random letters and digits.
   * @param per How often it is made anew: run, connection, question or message.
   */
  public record VariableProperties(
      DialectVariable.@Nullable Kind is, DialectVariable.@Nullable Scope per) {

    /** A kind, made for each question. */
    public static VariableProperties of(String text) {
      return new VariableProperties(
          DialectVariable.Kind.valueOf(text.strip().toUpperCase(Locale.ROOT)), null);
    }
  }

  /**
   * What is sent, and when.
   *
   * @param opening What is sent in this order once the framing is up.
   * @param ready When questions may be asked; without it, once the opening is sent.
   * @param replies What is sent whenever a message asks for it.
   * @param heartbeats What keeps the connection alive.
   * @param submit What asks a question; the last step is the question itself.
   * @param resume What differs on a connection that goes on where one was lost.
   * @param close What the platform's close codes mean.
   * @param sockets Whether the questions of a run share a socket: reused or per-question.
   */
  public record SendingProperties(
      @Nullable List<MessageProperties> opening,
      @Nullable @NestedConfigurationProperty ReadyProperties ready,
      @Nullable List<MessageProperties> replies,
      @Nullable List<HeartbeatProperties> heartbeats,
      @Nullable List<MessageProperties> submit,
      @NestedConfigurationProperty ResumeProperties resume,
      @NestedConfigurationProperty CloseProperties close,
      @Nullable SocketUse sockets) {

    public SendingProperties {
      resume = WrittenOr.defaults(resume, ResumeProperties.class);
      close = WrittenOr.defaults(close, CloseProperties.class);
    }
  }

  /** Whether the questions of a run share a socket. */
  public enum SocketUse {
    REUSED,
    PER_QUESTION
  }

  /**
   * When questions may be asked, or its condition alone; {@code none} for at once.
   *
   * @param when Condition in CEL on a message.
   * @param count How many such messages it takes.
   * @param quiet How long nothing must come after it.
   * @param capture Values to take from the message, by the name of their variable.
   */
  public record ReadyProperties(
      @Nullable String when,
      @Nullable Integer count,
      @Nullable Duration quiet,
      @DefaultValue Map<String, String> capture) {

    /** A condition on one message. */
    public static ReadyProperties of(String text) {
      return new ReadyProperties(text, null, null, Map.of());
    }
  }

  /**
   * What differs on a connection that goes on where one was lost.
   *
   * @param opening What is sent in this order once the framing is up.
   * @param ready When questions may be asked.
   */
  public record ResumeProperties(
      @Nullable List<MessageProperties> opening,
      @Nullable @NestedConfigurationProperty ReadyProperties ready) {}

  /**
   * What the platform's close codes mean.
   *
   * @param expected Codes that are no finding after the end of a run.
   * @param refused Codes that refuse the user.
   */
  public record CloseProperties(
      @Nullable List<Integer> expected, @Nullable List<Integer> refused) {}
}
