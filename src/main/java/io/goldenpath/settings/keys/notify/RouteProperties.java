package io.goldenpath.settings.keys.notify;

import io.goldenpath.settings.keys.value.RunInterval;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which incidents are told to whom. Every route that matches counts.
 *
 * @param targets Names of targets, in which * stands for any characters; all if absent.
 * @param labels Labels that the target must have, with values in which * stands for any characters.
 * @param severity The least that is told: degraded, down, or critical (leaks and intruders).
 * @param to Names of receivers.
 * @param remind In place of notify.remind.
 */
@ConfigurationPropertiesSource
public record RouteProperties(
    @DefaultValue List<String> targets,
    @DefaultValue Map<String, String> labels,
    @DefaultValue("degraded") AlertSeverity severity,
    @DefaultValue List<String> to,
    @Nullable RunInterval remind) {}
