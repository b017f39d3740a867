package io.goldenpath.settings;

import io.goldenpath.probe.ToolUse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is tried.
 *
 * @param every Time between the starts of two runs, or never for runs on demand only.
 * @param timeout Longest time that a run may take.
 * @param ask Question, with {nonce}, {a} and {b}.
 * @param tools Whether the agent is expected to use a tool.
 * @param limits How long each step may take.
 */
@ConfigurationPropertiesSource
record JourneyProperties(
    @Nullable Every every,
    @Nullable Duration timeout,
    @Nullable String ask,
    @DefaultValue("required") ToolUse tools,
    @Nullable @NestedConfigurationProperty LimitsProperties limits) {}
