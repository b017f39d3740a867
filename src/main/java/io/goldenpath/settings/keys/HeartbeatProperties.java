package io.goldenpath.settings.keys;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What keeps the connection alive: an answer to the server's heartbeats, or one of our own.
 *
 * @param every How often it is sent unasked: a duration, or a variable with milliseconds.
 * @param answered Condition in CEL on the answer to it, which must come before the next.
 * @param message What is sent.
 */
@ConfigurationPropertiesSource
public record HeartbeatProperties(
    @Nullable String every,
    @Nullable String answered,
    @Name(SameLevel.FOURTH) @NestedConfigurationProperty MessageProperties message) {

  public HeartbeatProperties {
    message = WrittenOr.defaults(message, MessageProperties.class);
  }
}
