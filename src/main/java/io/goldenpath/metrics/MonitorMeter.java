package io.goldenpath.metrics;

import static io.micrometer.core.instrument.Meter.Type.COUNTER;
import static io.micrometer.core.instrument.Meter.Type.GAUGE;
import static io.micrometer.core.instrument.Meter.Type.TIMER;

import io.goldenpath.settings.service.HistogramBuckets;
import io.goldenpath.settings.service.MetricsSettings;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The meter catalogue: all meters of the monitor, beside those of Spring and the JVM. */
enum MonitorMeter {
  SUCCESS(GAUGE, "probe.success", "Whether the last run passed, be it degraded."),
  DURATION(GAUGE, "probe.duration.seconds", "How long the last run took."),
  TIMEOUT(GAUGE, "probe.timeout.seconds", "The longest that a run may take."),
  RUNS(COUNTER, "goldenpath.runs", "Runs that have ended, by outcome.", "outcome"),
  RUN_DURATION(TIMER, "goldenpath.run.duration", "From the start of a run to its end."),
  STEP_DURATION(TIMER, "goldenpath.step.duration", "How long a step of the path took.", "step"),
  CONNECT_PHASE(
      TIMER, "goldenpath.connect.phase", "How long a phase of the connect took.", "phase"),
  FIRST_EVENT(TIMER, "goldenpath.first.event", "From the sent message to the first agent event."),
  EVENT_DELAY(
      TIMER, "goldenpath.event.delay", "From the sent message to the agent event.", "event"),
  ANSWER(TIMER, "goldenpath.answer", "From the sent message to the end of the answer."),
  EVENT_GAP(TIMER, "goldenpath.event.gap", "Between two agent events of a run."),
  EVENTS(COUNTER, "goldenpath.events", "Agent events received, by name.", "event"),
  FINDINGS(
      COUNTER,
      "goldenpath.findings",
      "Findings, by kind, severity and step.",
      "kind",
      "severity",
      "step"),
  VERDICT(GAUGE, "goldenpath.verdict", "1 for the current verdict, else 0.", "verdict"),
  CAUSE(
      GAUGE,
      "goldenpath.cause",
      "1 for what is wrong by the last run, else 0: what users lose.",
      "class"),
  REGRESSION(
      GAUGE,
      "goldenpath.regression",
      "1 while this has changed against the runs learned before.",
      "kind",
      "event"),
  BASELINE_RUNS(
      GAUGE,
      "goldenpath.baseline.runs",
      "Runs that are learned, and that later ones are held against."),
  RELEASE(
      GAUGE,
      "goldenpath.release.timestamp.seconds",
      "When the target's last marked release was first seen or posted, in Unix time."),
  MAINTENANCE(GAUGE, "goldenpath.maintenance", "1 while the probe is in maintenance, else 0."),
  SLO_RUNS(
      COUNTER,
      "goldenpath.slo.runs",
      "Runs that count for the objective, by whether they were good.",
      "good"),
  SLO_OBJECTIVE(
      GAUGE, "goldenpath.slo.objective.ratio", "The share of the runs that is to be good."),
  INTERVAL(GAUGE, "goldenpath.interval.seconds", "Time between the starts of two scheduled runs."),
  CONSECUTIVE_FAILURES(
      GAUGE,
      "goldenpath.consecutive.failures",
      "Failed runs since the last one that passed, be it degraded."),
  LAST_RUN(
      GAUGE, "goldenpath.last.run.timestamp.seconds", "When the last run ended, in Unix time."),
  LAST_LOGIN(
      GAUGE,
      "goldenpath.last.login.timestamp.seconds",
      "When a login last succeeded, in Unix time; a reused token is none."),
  LAST_SUCCESS(
      GAUGE,
      "goldenpath.last.success.timestamp.seconds",
      "When the last run that passed, be it degraded, ended, in Unix time."),
  USERS_CONNECTED(
      GAUGE,
      "goldenpath.users.connected.ratio",
      "Users of the last run who were welcomed, of all of them."),
  USERS_SUCCEEDED(
      GAUGE,
      "goldenpath.users.succeeded.ratio",
      "Users of the last run who got a good answer, of all who asked."),
  FIRST_EVENT_SPREAD(
      GAUGE,
      "goldenpath.first.event.spread.seconds",
      "How much later the first agent event came to the last user than to the first."),
  ANSWER_SPREAD(
      GAUGE,
      "goldenpath.answer.spread.seconds",
      "How much later the answer came to the last user than to the first."),
  ANSWER_GROWTH(
      GAUGE,
      "goldenpath.answer.growth.per.user.seconds",
      "How much later each additional user got the answer; about 0 if in parallel."),
  USER_ANSWER(
      GAUGE,
      "goldenpath.user.answer.seconds",
      "From this user's message to the answer in the last run.",
      "user"),
  CERTIFICATE_EXPIRY(
      GAUGE,
      "goldenpath.certificate.expiry.timestamp.seconds",
      "When the first certificate of the login's or the socket's verified path expires, in Unix"
          + " time.",
      "step"),
  TOKEN_EXPIRY(
      GAUGE,
      "goldenpath.token.expiry.timestamp.seconds",
      "When the first of the users' tokens expires, in Unix time."),
  PROBE_INFO(
      GAUGE,
      "goldenpath.probe.info",
      "Settings of the probe; always 1.",
      "interval",
      "timeout",
      "dialect",
      "contract",
      "token"),
  LATENESS(TIMER, "goldenpath.schedule.lateness", "How long after its due time a run began."),
  IN_FLIGHT(GAUGE, "goldenpath.runs.in.flight", "Runs that have begun and not ended."),
  SKIPPED(
      COUNTER,
      "goldenpath.runs.skipped",
      "Runs that were due and did not take place, by reason.",
      "reason"),
  STALLED(
      COUNTER,
      "goldenpath.stalled.seconds",
      "How long the monitor stood still, by its event loops, which tick each 20 ms."),
  RELOAD_SUCCESSFUL(
      GAUGE,
      "goldenpath.config.last.reload.successful",
      "Whether the settings could be read when they last changed."),
  RELOAD_SUCCESS_TIME(
      GAUGE,
      "goldenpath.config.last.reload.success.timestamp.seconds",
      "When settings were last applied, in Unix time."),
  TARGET_INFO(GAUGE, "goldenpath.target.info", "Labels of the target in the settings; always 1."),
  TARGETS(GAUGE, "goldenpath.targets", "Targets that are watched, the demo included."),
  PROBES(GAUGE, "goldenpath.probes", "Probes that are watched, the demo's included."),
  TARGETS_REMOVED(
      GAUGE, "goldenpath.targets.removed", "Targets that left the settings within the last hour."),
  HISTORY_AVAILABLE(
      GAUGE, "goldenpath.history.available", "Whether the history's database can be written."),
  HISTORY_WAITING(
      GAUGE, "goldenpath.history.waiting", "Runs that have ended and are not stored yet."),
  HISTORY_DROPPED(
      COUNTER,
      "goldenpath.history.dropped",
      "Runs and transcripts that were given up because too many waited to be stored."),
  HISTORY_KEPT(
      GAUGE,
      "goldenpath.history.kept.seconds",
      "How long good runs and their transcripts are kept: as set, or less where the size leaves no"
          + " room.",
      "kind"),
  RECEIVER_FAILING(
      GAUGE,
      "goldenpath.receiver.failing",
      "1 while a receiver of messages did not take the last one, else 0.",
      "receiver"),
  RECEIVER_WAITING(
      GAUGE, "goldenpath.receiver.waiting", "Messages that wait for a receiver.", "receiver"),
  RECEIVER_DROPPED(
      COUNTER,
      "goldenpath.receiver.dropped",
      "Messages that were given up because a receiver refused them, or too many waited for it.",
      "receiver"),
  BUILD_INFO(
      GAUGE, "goldenpath.build.info", "Which version of the monitor runs; always 1.", "version");

  private final Meter.Type type;
  private final String meterName;
  private final String help;
  private final List<String> labels;

  MonitorMeter(Meter.Type type, String meterName, String help, String... labels) {
    this.type = type;
    this.meterName = meterName;
    this.help = help;
    this.labels = List.of(labels);
  }

  Meter.Type type() {
    return type;
  }

  String meterName() {
    return meterName;
  }

  /** Null for plain numbers. */
  @Nullable String unit() {
    return type == TIMER || meterName.endsWith(".seconds") ? "seconds" : null;
  }

  String help() {
    return help;
  }

  /** Without those that all series of a group share. */
  List<String> labels() {
    return labels;
  }

  /** Of its buckets; none where it is a sum and a count. */
  List<Duration> bounds(MetricsSettings settings) {
    HistogramBuckets buckets = settings.buckets();
    return switch (this) {
      case RUN_DURATION -> buckets.run();
      case FIRST_EVENT -> buckets.firstEvent();
      case EVENT_DELAY -> settings.full() ? buckets.event() : List.of();
      case EVENT_GAP -> settings.full() ? buckets.gap() : List.of();
      case ANSWER -> buckets.answer();
      case LATENESS -> buckets.lateness();
      default -> List.of();
    };
  }

  Tags tags(List<String> values) {
    if (values.size() != labels.size()) {
      throw new IllegalArgumentException(meterName + " has the labels " + labels);
    }
    return Tags.of(
        IntStream.range(0, labels.size())
            .mapToObj(i -> Tag.of(labels.get(i), values.get(i)))
            .toList());
  }
}
