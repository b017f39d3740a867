package io.goldenpath.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * How long each step may take.
 *
 * @param login From the login's request to the token.
 * @param connect DNS, TCP, TLS and upgrade together.
 * @param welcome From the upgrade to the ready frame.
 * @param firstEvent From the message to the first agent event.
 * @param gap Between two events of the run.
 * @param tool From an announced to a completed tool.
 * @param answer From the message to the terminal event.
 * @param close Until the server answers our close.
 */
record LimitsProperties(
    @Nullable @NestedConfigurationProperty LimitProperties login,
    @Nullable @NestedConfigurationProperty LimitProperties connect,
    @Nullable @NestedConfigurationProperty LimitProperties welcome,
    @Nullable @NestedConfigurationProperty LimitProperties firstEvent,
    @Nullable @NestedConfigurationProperty LimitProperties gap,
    @Nullable @NestedConfigurationProperty LimitProperties tool,
    @Nullable @NestedConfigurationProperty LimitProperties answer,
    @Nullable Duration close) {}
