package io.goldenpath.settings.keys;

import io.goldenpath.model.target.Secret;
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
    @DefaultValue("1") int sessions) {}
