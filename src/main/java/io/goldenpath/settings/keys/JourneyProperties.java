package io.goldenpath.settings.keys;

import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.ToolUse;
import io.goldenpath.model.target.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is tried. Each journey has keys of its own besides those of all.
 *
 * @param every Time between the starts of two runs, or never for runs on demand only.
 * @param timeout Longest time that a run may take.
 * @param ask Question, with {nonce}, {a} and {b}.
 * @param tools Whether the agent is expected to use a tool.
 * @param limits How long each step may take.
 * @param users How many users walk at once (isolation).
 * @param atLeast Share of them whose path must be good, such as 80% (isolation).
 * @param listeners How many users are connected besides and ask nothing (isolation).
 * @param foreignThread Whether one user asks on the thread of another and must be refused
 *     (isolation).
 * @param cut How the connection is lost (recovery).
 * @param cutAfter Event after which it is lost (recovery).
 * @param then How the user goes on after it (recovery).
 * @param malformed Messages that no platform understands and each survives (recovery).
 * @param reconnects How often the user connects again in quick succession (recovery).
 * @param burst How many questions are asked in one go (recovery).
 * @param tokens Bad tokens that are tried (refusal).
 * @param givenTokens Bad tokens that are not made from the user's own, by their name (refusal).
 * @param revokeUrl Address of a POST that logs the user out, whose open socket must end (refusal).
 */
@ConfigurationPropertiesSource
public record JourneyProperties(
    @Nullable RunInterval every,
    @Nullable Duration timeout,
    @Nullable String ask,
    @DefaultValue("required") ToolUse tools,
    @Nullable @NestedConfigurationProperty TimeLimitsProperties limits,
    @Nullable Integer users,
    @Nullable Percentage atLeast,
    @Nullable Integer listeners,
    @Nullable Boolean foreignThread,
    JourneySpec.@Nullable DisconnectMode cut,
    @Nullable String cutAfter,
    JourneySpec.@Nullable ReconnectStrategy then,
    @Nullable List<JourneySpec.MalformedMessage> malformed,
    @Nullable Integer reconnects,
    @Nullable Integer burst,
    @Nullable List<JourneySpec.BadToken> tokens,
    @Nullable Map<JourneySpec.BadToken, Secret> givenTokens,
    @Nullable Secret revokeUrl) {

  /** Nothing written: what holds by default. */
  public static final JourneyProperties DEFAULTS =
      new JourneyProperties(
          null,
          null,
          null,
          ToolUse.REQUIRED,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
}
