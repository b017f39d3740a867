package io.goldenpath.settings.keys;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Something to send: a message over the socket, or an HTTP call.
 *
 * @param when Condition in CEL on the message that asks for it.
 * @param send The message as a map or as JSON; of STOMP its body.
 * @param file File with the message in JSON, relative to the settings' own.
 * @param destination Destination of a STOMP message.
 * @param event Keys of framing type socket-io.
 * @param operation Keys of framing type graphql-transport-ws.
 * @param call An HTTP call in place of a message; headers are those of a STOMP message, too, and
 *     capture may take from the message that asks.
 */
@ConfigurationPropertiesSource
public record MessageProperties(
    @Nullable String when,
    @Nullable JsonTemplate send,
    @Nullable String file,
    @Nullable String destination,
    @Name(SameLevel.FIRST) @NestedConfigurationProperty EventMessageProperties event,
    @Name(SameLevel.SECOND) @NestedConfigurationProperty OperationProperties operation,
    @Name(SameLevel.THIRD) @NestedConfigurationProperty RequestProperties call) {

  public MessageProperties {
    event = WrittenOr.defaults(event, EventMessageProperties.class);
    operation = WrittenOr.defaults(operation, OperationProperties.class);
    call = WrittenOr.defaults(call, RequestProperties.class);
  }

  /**
   * Keys of framing type socket-io.
   *
   * @param event Name of the event.
   * @param data Its only argument: a map, JSON, or any other text.
   * @param args Its arguments as a JSON list in one text.
   * @param ack Whether an acknowledgement is asked for.
   */
  public record EventMessageProperties(
      @Nullable String event, @Nullable JsonTemplate data, @Nullable String args, boolean ack) {}

  /**
   * Keys of framing type graphql-transport-ws.
   *
   * @param query Document of the operation, in which nothing is replaced.
   * @param variables Its variables, as a map or as JSON.
   */
  public record OperationProperties(@Nullable String query, @Nullable JsonTemplate variables) {}
}
