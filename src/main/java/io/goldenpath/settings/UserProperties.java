package io.goldenpath.settings;

import io.goldenpath.probe.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One account.
 *
 * @param email E-mail for logins of type password.
 * @param password Password for logins of type password.
 * @param token Token for logins of type token.
 * @param sessions Sockets that the account may have open at once.
 */
@ConfigurationPropertiesSource
record UserProperties(
    @Nullable Secret email,
    @Nullable Secret password,
    @Nullable Secret token,
    @DefaultValue("1") int sessions) {}
