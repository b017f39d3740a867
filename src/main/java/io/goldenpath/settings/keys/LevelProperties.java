package io.goldenpath.settings.keys;

import io.goldenpath.model.finding.Severity;
import io.goldenpath.settings.keys.value.FailedRuns;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
 * @param regression How runs are held against those before.
 * @param maintenance Planned maintenance; that of all levels counts.
 * @param verdict How many runs make a verdict.
 * @param slo Which share of the scheduled runs is to be good.
 */
@ConfigurationProperties("goldenpath")
public record LevelProperties(
    TimeLimitsProperties limits,
    @Name("limits.close") @Nullable Duration close,
    @Nullable Duration hold,
    @Nullable Duration listen,
    RateLimitsProperties manners,
    RegressionProperties regression,
    @DefaultValue List<MaintenanceProperties> maintenance,
    VerdictProperties verdict,
    @NestedConfigurationProperty SloProperties slo) {

  public LevelProperties {
    limits = WrittenOr.defaults(limits, TimeLimitsProperties.class);
    manners = WrittenOr.defaults(manners, RateLimitsProperties.class);
    regression = WrittenOr.defaults(regression, RegressionProperties.class);
    verdict = WrittenOr.defaults(verdict, VerdictProperties.class);
    slo = WrittenOr.defaults(slo, SloProperties.class);
  }

  /**
   * How long each step may take.
   *
   * @param login From the login's request to the token.
   * @param connect DNS, TCP, TLS and upgrade together.
   * @param welcome From the upgrade to the ready frame.
   * @param queue From the welcome until the server asks for the message, where the dialect waits
   *     for that; without it, as for the welcome.
   * @param firstEvent From the message to the first agent event.
   * @param gap Between two events of the run.
   * @param tool From an announced to a completed tool.
   * @param answer From the message to the terminal event.
   * @param reconnect From a lost connection to the next ready frame.
   */
  public record TimeLimitsProperties(
      TimeLimitProperties login,
      TimeLimitProperties connect,
      TimeLimitProperties welcome,
      TimeLimitProperties queue,
      TimeLimitProperties firstEvent,
      TimeLimitProperties gap,
      TimeLimitProperties tool,
      TimeLimitProperties answer,
      TimeLimitProperties reconnect) {

    public TimeLimitsProperties {
      login = WrittenOr.defaults(login, TimeLimitProperties.class);
      connect = WrittenOr.defaults(connect, TimeLimitProperties.class);
      welcome = WrittenOr.defaults(welcome, TimeLimitProperties.class);
      queue = WrittenOr.defaults(queue, TimeLimitProperties.class);
      firstEvent = WrittenOr.defaults(firstEvent, TimeLimitProperties.class);
      gap = WrittenOr.defaults(gap, TimeLimitProperties.class);
      tool = WrittenOr.defaults(tool, TimeLimitProperties.class);
      answer = WrittenOr.defaults(answer, TimeLimitProperties.class);
      reconnect = WrittenOr.defaults(reconnect, TimeLimitProperties.class);
    }
  }

  /**
   * How runs are held against those before.
   *
   * @param learn How many passed runs are learned before anything is held against them.
   * @param of How many are kept at most, sampled over a day.
   * @param severity Severities (warning or info), by kind, that differ from the kinds' own.
   */
  public record RegressionProperties(
      @Nullable Integer learn,
      @Nullable Integer of,
      @DefaultValue Map<String, Severity> severity) {}

  /**
   * How many runs make a verdict.
   *
   * @param fail How many runs of the last must be bad for the verdict to become worse, such as 2 of
   *     3; a critical finding needs one.
   * @param recover How many good runs in a row make it better.
   * @param confirmAfter How soon a run follows the first one that speaks against the verdict, give
   *     or take a fifth, where none is due before.
   */
  public record VerdictProperties(
      @Nullable FailedRuns fail, @Nullable Integer recover, @Nullable Duration confirmAfter) {}

  /**
   * Rate limits of a target.
   *
   * @param logins Logins of one user in ten minutes.
   * @param connects New sockets in a minute.
   */
  public record RateLimitsProperties(@Nullable Integer logins, @Nullable Integer connects) {}
}
