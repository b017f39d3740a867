package io.goldenpath.settings.keys;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One deployment under watch.
 *
 * @param login How its users log in.
 * @param prepare HTTP calls before each run's socket is opened, with the user's token; what they
 *     capture are variables from there on.
 * @param cleanup HTTP calls after each run, with the user's token.
 * @param socket Where its agents are spoken to.
 * @param dialect Dialect that reads its frames.
 * @param contract Contract that its runs promise.
 * @param users Its accounts.
 * @param limits How long each step may take.
 * @param hold Wait between the welcome and the message.
 * @param listen How long to listen on after the terminal event.
 * @param manners What the target is not asked to bear.
 * @param journeys What is tried, by name; without any, the golden path.
 */
@ConfigurationPropertiesSource
public record TargetProperties(
    @Nullable @NestedConfigurationProperty LoginProperties login,
    @DefaultValue List<RequestProperties> prepare,
    @DefaultValue List<RequestProperties> cleanup,
    @Nullable @NestedConfigurationProperty SocketProperties socket,
    @DefaultValue("agent-events") String dialect,
    @DefaultValue("default") String contract,
    @DefaultValue List<UserProperties> users,
    @Nullable @NestedConfigurationProperty TimeLimitsProperties limits,
    @Nullable Duration hold,
    @Nullable Duration listen,
    @Nullable @NestedConfigurationProperty RateLimitsProperties manners,
    @DefaultValue Map<String, JourneyProperties> journeys) {}
