package io.goldenpath.settings;

import io.goldenpath.probe.Secret;
import io.goldenpath.probe.ToolUse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything under {@code goldenpath}, as it is written.
 *
 * @param location Where the monitor stands; a label on every series.
 * @param targets Deployments under watch, by name.
 * @param limits How long each step may take, for all targets.
 * @param hold Wait between the welcome and the message, for all targets.
 * @param listen How long to listen on after the terminal event, for all targets.
 * @param manners What no target is asked to bear.
 * @param demo The demo platform.
 * @param access Who may ask for runs from beyond loopback.
 */
@ConfigurationProperties("goldenpath")
record GoldenPathProperties(
    @DefaultValue("local") String location,
    @DefaultValue Map<String, TargetProperties> targets,
    @Nullable LimitsProperties limits,
    @Nullable Duration hold,
    @Nullable Duration listen,
    @Nullable MannersProperties manners,
    @DefaultValue DemoProperties demo,
    @DefaultValue AccessProperties access) {

  /**
   * One deployment under watch.
   *
   * @param login How its users log in.
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
  record TargetProperties(
      @Nullable LoginProperties login,
      @Nullable SocketProperties socket,
      @DefaultValue("agent-events") String dialect,
      @DefaultValue("default") String contract,
      @DefaultValue List<UserProperties> users,
      @Nullable LimitsProperties limits,
      @Nullable Duration hold,
      @Nullable Duration listen,
      @Nullable MannersProperties manners,
      @DefaultValue Map<String, JourneyProperties> journeys) {}

  /**
   * What is tried.
   *
   * @param every Time between the starts of two runs, or never for runs on demand only.
   * @param timeout Longest time that a run may take.
   * @param ask Question, with {nonce}, {a} and {b}.
   * @param tools Whether the agent is expected to use a tool.
   * @param limits How long each step may take.
   */
  record JourneyProperties(
      @Nullable Every every,
      @Nullable Duration timeout,
      @Nullable String ask,
      @DefaultValue("required") ToolUse tools,
      @Nullable LimitsProperties limits) {}

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
      @Nullable LimitProperties login,
      @Nullable LimitProperties connect,
      @Nullable LimitProperties welcome,
      @Nullable LimitProperties firstEvent,
      @Nullable LimitProperties gap,
      @Nullable LimitProperties tool,
      @Nullable LimitProperties answer,
      @Nullable Duration close) {}

  /**
   * What a target is not asked to bear.
   *
   * @param connects New sockets in a minute.
   */
  record MannersProperties(@Nullable Integer connects) {}

  /**
   * The demo platform.
   *
   * @param enabled Whether it runs inside the monitor and is watched; on where no target is
   *     configured.
   */
  record DemoProperties(@Nullable Boolean enabled) {}

  /**
   * Who may ask for runs from beyond loopback.
   *
   * @param token Bearer token that a POST from beyond loopback must carry.
   */
  record AccessProperties(@Nullable Secret token) {}
}
