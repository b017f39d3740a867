package io.goldenpath.settings.keys;

import io.goldenpath.model.target.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;

/**
 * The WebSocket.
 *
 * @param url Address, ws or wss; may hold variables.
 * @param carrier What carries the token.
 * @param subprotocols Subprotocols to offer, without the token's own.
 * @param headers Further headers of the upgrade.
 * @param sslBundle Name of the SSL bundle whose certificates are trusted; without it, those that
 *     the JVM trusts.
 * @param serverName Name in TLS, which is asked for and which the certificate must have; without
 *     it, the host of the url.
 * @param maxMessage Longest message that is accepted.
 */
@ConfigurationPropertiesSource
public record SocketProperties(
    @Nullable Secret url,
    @Name(SameLevel.FIRST) @NestedConfigurationProperty CarrierProperties carrier,
    @Nullable List<String> subprotocols,
    @DefaultValue Map<String, Secret> headers,
    @Nullable String sslBundle,
    @Nullable String serverName,
    @DefaultValue("4MB") DataSize maxMessage) {

  public SocketProperties {
    carrier = WrittenOr.defaults(carrier, CarrierProperties.class);
  }

  /**
   * What carries the token.
   *
   * @param tokenIn Places that carry the token: header, subprotocol, query, cookie, first-message,
   *     or none.
   * @param query Query parameter that carries the token.
   * @param cookie Cookie that carries the token; without it, the cookies that the login has set.
   * @param firstMessage Message that carries the token once the socket is open.
   */
  public record CarrierProperties(
      @DefaultValue("header") List<TokenPlace> tokenIn,
      @DefaultValue("token") String query,
      @Nullable String cookie,
      @Nullable @NestedConfigurationProperty FirstMessageProperties firstMessage) {}

  /** Where the token goes. */
  public enum TokenPlace {
    HEADER,
    SUBPROTOCOL,
    QUERY,
    COOKIE,
    FIRST_MESSAGE,
    NONE
  }

  /**
   * A message that carries the token, or its text alone.
   *
   * @param after Condition in CEL on the frame that asks for it; without it, it is sent at once.
   * @param send The message, as a map or as JSON.
   * @param refused Condition in CEL on the frame that refuses the token.
   */
  @ConfigurationPropertiesSource
  public record FirstMessageProperties(
      @Nullable String after, @Nullable JsonTemplate send, @Nullable String refused) {

    /** The message alone, sent at once. */
    public static FirstMessageProperties of(String text) {
      return new FirstMessageProperties(null, JsonTemplate.of(text), null);
    }
  }
}
