package io.goldenpath.settings.keys;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What may stand at two levels: for all targets, and for one.
 *
 * @param limits How long each step may take.
 * @param close Until the server answers our close.
 * @param hold Wait between the welcome and the message.
 * @param listen How long to listen on after the terminal event.
 * @param manners Rate limits of a target.
 */
@ConfigurationProperties("goldenpath")
public record LevelProperties(
    @DefaultValue @NestedConfigurationProperty TimeLimitsProperties limits,
    @Name("limits.close") @Nullable Duration close,
    @Nullable Duration hold,
    @Nullable Duration listen,
    @DefaultValue @NestedConfigurationProperty RateLimitsProperties manners) {}
