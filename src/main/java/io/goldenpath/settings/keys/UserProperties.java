package io.goldenpath.settings.keys;

import io.goldenpath.model.target.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One account, with what its login needs.
 *
 * @param email E-mail address.
 * @param password Password.
 * @param token Token, for logins of type token.
 * @param clientId Client id, for logins of type oauth2-client.
 * @param clientSecret Client secret, for logins of type oauth2-client.
 * @param subject Id of the user, for logins of type jwt.
 * @param sessions Sockets that the account may have open at once.
 */
@ConfigurationPropertiesSource
public record UserProperties(
    @Nullable Secret email,
    @Nullable Secret password,
    @Nullable Secret token,
    @Nullable Secret clientId,
    @Nullable Secret clientSecret,
    @Nullable Secret subject,
    @DefaultValue("1") int sessions) {

  /** What identifies and proves the user, by the key under which it is written. */
  public Map<String, Secret> credentials() {
    Map<String, @Nullable Secret> credentials = new LinkedHashMap<>();
    credentials.put("email", email);
    credentials.put("password", password);
    credentials.put("token", token);
    credentials.put("client-id", clientId);
    credentials.put("client-secret", clientSecret);
    credentials.put("subject", subject);
    return written(credentials);
  }

  /** Those that are written, in their order. */
  static Map<String, Secret> written(Map<String, @Nullable Secret> all) {
    Map<String, Secret> written = new LinkedHashMap<>();
    all.forEach((name, secret) -> {
      if (secret != null) {
        written.put(name, secret);
      }
    });
    return written;
  }
}
