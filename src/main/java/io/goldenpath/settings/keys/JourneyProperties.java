package io.goldenpath.settings.keys;

import io.goldenpath.model.probe.JourneySpec.BadToken;
import io.goldenpath.model.probe.JourneySpec.DisconnectMode;
import io.goldenpath.model.probe.JourneySpec.MalformedMessage;
import io.goldenpath.model.probe.JourneySpec.ReconnectStrategy;
import io.goldenpath.model.probe.ToolUse;
import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.LevelProperties.RegressionProperties;
import io.goldenpath.settings.keys.LevelProperties.TimeLimitsProperties;
import io.goldenpath.settings.keys.LevelProperties.VerdictProperties;
import io.goldenpath.settings.keys.value.Percentage;
import io.goldenpath.settings.keys.value.RunInterval;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What is tried. Each journey has keys of its own besides those of all.
 *
 * @param every Time between the starts of two runs, or never for runs on demand only.
 * @param timeout Longest time that a run may take.
 * @param prompt What is asked.
 * @param level What may also stand for a target.
 * @param isolation Keys of the journey isolation.
 * @param recovery Keys of the journey recovery.
 * @param refusal Keys of the journey refusal.
 */
@ConfigurationPropertiesSource
public record JourneyProperties(
    @Nullable RunInterval every,
    @Nullable Duration timeout,
    @Name(SameLevel.FIRST) @NestedConfigurationProperty PromptProperties prompt,
    @Name(SameLevel.FIFTH) @NestedConfigurationProperty JourneyLevel level,
    @Name(SameLevel.SECOND) @NestedConfigurationProperty IsolationProperties isolation,
    @Name(SameLevel.THIRD) @NestedConfigurationProperty RecoveryProperties recovery,
    @Name(SameLevel.FOURTH) @NestedConfigurationProperty RefusalProperties refusal) {

  public JourneyProperties {
    prompt = WrittenOr.defaults(prompt, PromptProperties.class);
    level = WrittenOr.defaults(level, JourneyLevel.class);
    isolation = WrittenOr.defaults(isolation, IsolationProperties.class);
    recovery = WrittenOr.defaults(recovery, RecoveryProperties.class);
    refusal = WrittenOr.defaults(refusal, RefusalProperties.class);
  }

  /** What holds where nothing is written. */
  public static final JourneyProperties DEFAULTS =
      WrittenOr.defaults(null, JourneyProperties.class);

  /**
   * What may also stand for a target.
   *
   * @param limits How long each step may take.
   * @param close Until the server answers our close.
   * @param regression How runs are held against those before.
   * @param maintenance Planned maintenance; that of all levels counts.
   * @param verdict How many runs make a verdict.
   * @param slo Which share of the scheduled runs is to be good.
   */
  public record JourneyLevel(
      @NestedConfigurationProperty TimeLimitsProperties limits,
      @Name("limits.close") @Nullable Duration close,
      @NestedConfigurationProperty RegressionProperties regression,
      @DefaultValue List<MaintenanceProperties> maintenance,
      @NestedConfigurationProperty VerdictProperties verdict,
      @NestedConfigurationProperty SloProperties slo) {

    public JourneyLevel {
      limits = WrittenOr.defaults(limits, TimeLimitsProperties.class);
      regression = WrittenOr.defaults(regression, RegressionProperties.class);
      verdict = WrittenOr.defaults(verdict, VerdictProperties.class);
      slo = WrittenOr.defaults(slo, SloProperties.class);
    }
  }

  /**
   * What is asked.
   *
   * @param ask Question, with {nonce}, {a} and {b}.
   * @param tools Whether the agent is expected to use a tool.
   */
  public record PromptProperties(@Nullable String ask, @DefaultValue("required") ToolUse tools) {}

  /**
   * Keys of the journey isolation.
   *
   * @param users How many users walk at once (isolation).
   * @param atLeast Share of them whose path must be good, such as 80% (isolation).
   * @param listeners How many users are connected besides and ask nothing (isolation).
   * @param foreignThread Whether one user asks on the thread of another and must be refused
   *     (isolation).
   */
  public record IsolationProperties(
      @Nullable Integer users,
      @Nullable Percentage atLeast,
      @Nullable Integer listeners,
      @Nullable Boolean foreignThread) {}

  /**
   * Keys of the journey recovery.
   *
   * @param cut How the connection is lost (recovery).
   * @param cutAfter Event after which it is lost (recovery).
   * @param then How the user goes on after it (recovery).
   * @param malformed Messages that no platform understands and each survives (recovery).
   * @param reconnects How often the user connects again in quick succession (recovery).
   * @param burst How many questions are asked in one go (recovery).
   */
  public record RecoveryProperties(
      @Nullable DisconnectMode cut,
      @Nullable String cutAfter,
      @Nullable ReconnectStrategy then,
      @Nullable List<MalformedMessage> malformed,
      @Nullable Integer reconnects,
      @Nullable Integer burst) {}

  /**
   * Keys of the journey refusal.
   *
   * @param tokens Bad tokens that are tried (refusal).
   * @param givenTokens Bad tokens that are not made from the user's own, by their name (refusal).
   * @param revokeUrl Address of a POST that logs the user out, whose open socket must end
   *     (refusal).
   */
  public record RefusalProperties(
      @Nullable List<BadToken> tokens,
      @Nullable Map<BadToken, Secret> givenTokens,
      @Nullable Secret revokeUrl) {}
}
