package io.goldenpath.settings.keys;

import io.goldenpath.model.target.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * How users log in.
 *
 * @param type Way to log in: none, token, password, jwt, oauth2-client or steps.
 * @param url Address of the login; for type steps its host alone will do.
 * @param headers Further headers of the request.
 * @param sslBundle Name of the SSL bundle whose certificates are trusted; without it, those that
 *     the JVM trusts.
 * @param reply What the reply to a login tells.
 * @param method Keys of one type of login each.
 */
@ConfigurationPropertiesSource
public record LoginProperties(
    @Nullable String type,
    @Nullable Secret url,
    @DefaultValue Map<String, Secret> headers,
    @Nullable String sslBundle,
    @Name(SameLevel.FIRST) @NestedConfigurationProperty ReplyProperties reply,
    @Name(SameLevel.SECOND) @NestedConfigurationProperty MethodProperties method) {

  public LoginProperties {
    reply = WrittenOr.defaults(reply, ReplyProperties.class);
    method = WrittenOr.defaults(method, MethodProperties.class);
  }

  /**
   * What the reply to a login tells.
   *
   * @param tokenAt JSON pointer to the token in the reply.
   * @param subjectAt JSON pointer to the user's id in the reply, which the token's subject must
   *     equal.
   * @param subjectClaim Claim of the token that names the user.
   * @param expiresAt JSON pointer to the token's end or lifetime in the reply, for tokens that do
   *     not say it themselves.
   * @param refused Condition in CEL under which a reply refuses the user; without it, the statuses
   *     400, 401, 403 and 422.
   * @param atLeastEvery How often a user logs in anew at the latest; between that the token is
   *     reused.
   */
  public record ReplyProperties(
      @Nullable String tokenAt,
      @Nullable String subjectAt,
      @DefaultValue("sub") String subjectClaim,
      @Nullable String expiresAt,
      @Nullable String refused,
      @DefaultValue("5m") Duration atLeastEvery) {}

  /**
   * Keys of one type of login each.
   *
   * @param body Body of the request in JSON, with {email} and {password}, for type password.
   * @param jwt How tokens are signed, for type jwt.
   * @param oauth2 Client credentials, for type oauth2-client.
   * @param steps Requests in their order, for type steps.
   */
  public record MethodProperties(
      @Nullable Secret body,
      @Nullable @NestedConfigurationProperty JwtProperties jwt,
      @Nullable @NestedConfigurationProperty OAuth2Properties oauth2,
      @DefaultValue List<RequestProperties> steps) {}

  /**
   * Tokens that we sign ourselves.
   *
   * @param secret Shared secret for HS256, HS384 and HS512, or private key in PEM for RS256 and
   *     ES256.
   * @param algorithm Algorithm of the signature: HS256, HS384, HS512, RS256 or ES256.
   * @param lifetime How long a token is good for.
   * @param claims Claims beside iat, exp and jti, as a map or as JSON.
   */
  @ConfigurationPropertiesSource
  public record JwtProperties(
      @Nullable Secret secret,
      @DefaultValue("HS256") String algorithm,
      @DefaultValue("15m") Duration lifetime,
      @Nullable JsonTemplate claims) {}

  /**
   * Client credentials.
   *
   * @param tokenUrl Address of the token endpoint.
   * @param scope Scope that is asked for.
   */
  @ConfigurationPropertiesSource
  public record OAuth2Properties(@Nullable Secret tokenUrl, @Nullable String scope) {}
}
