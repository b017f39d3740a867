package io.goldenpath.settings.keys.access;

import io.goldenpath.model.target.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One who signs in with a name and a password.
 *
 * @param name Name.
 * @param password Password, or its hash behind {bcrypt}.
 * @param role What it allows: reader or operator.
 */
@ConfigurationPropertiesSource
public record AccessUserProperties(
    @Nullable String name, @Nullable Secret password, @DefaultValue("reader") AccessRole role) {}
