package io.goldenpath.cli;

import io.goldenpath.cli.check.CheckEnvironment;
import io.goldenpath.contract.definition.Contract;
import io.goldenpath.dialect.BundledDialects;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Postponement;
import io.goldenpath.model.run.ProgressListener;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.target.User;
import io.goldenpath.settings.reader.ProbeSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A workbench whose targets end their runs as the test says. */
final class FakeCheckEnvironment implements CheckEnvironment {

  final List<String> properties = new ArrayList<>();
  private final Map<ProbeId, FakeJourney> journeys = new LinkedHashMap<>();
  final List<String> played = new ArrayList<>();
  @Nullable Postponement postponed;
  private boolean closed;

  FakeCheckEnvironment with(String target, Function<RunInfo, Run> run) {
    return with(SampleRuns.probe(target), (ticket, _) -> run.apply(ticket));
  }

  FakeCheckEnvironment with(Probe probe, BiFunction<RunInfo, List<User>, Run> run) {
    journeys.put(probe.id(), new FakeJourney(probe, run, () -> Optional.ofNullable(postponed)));
    return this;
  }

  boolean closed() {
    return closed;
  }

  @Override
  public List<String> targets() {
    return journeys.keySet().stream().map(ProbeId::target).distinct().toList();
  }

  @Override
  public List<ProbeSetup> setups(String target) {
    return journeys.values().stream()
        .map(FakeJourney::probe)
        .filter(probe -> probe.target().name().equals(target))
        .map(probe -> new ProbeSetup(probe, BundledDialects.AGENT_EVENTS, Contract.DEFAULT))
        .toList();
  }

  @Override
  public Map<String, String> labels(String target) {
    return journeys.values().stream()
        .map(journey -> journey.probe().target())
        .filter(known -> known.name().equals(target))
        .findFirst()
        .orElseThrow()
        .labels();
  }

  @Override
  public boolean isDemo(String target) {
    return target.equals("demo");
  }

  @Override
  public List<String> faults() {
    return List.of("wrong_sum", "slow");
  }

  @Override
  public void play(String fault) {
    played.add(fault);
  }

  @Override
  public String location() {
    return "lab";
  }

  @Override
  public Journey journey(ProbeSetup setup, ProgressListener progress) {
    FakeJourney known = Objects.requireNonNull(journeys.get(setup.probe().id()));
    return new FakeJourney(
        setup.probe(),
        (ticket, users) -> {
          progress.ended(Step.LOGIN, Duration.ofMillis(91));
          progress.ended(Step.CONNECT, Duration.ofMillis(39));
          return known.how().apply(ticket, users);
        },
        known.pause());
  }

  @Override
  public void close() {
    closed = true;
  }

  private record FakeJourney(
      Probe probe, BiFunction<RunInfo, List<User>, Run> how, Supplier<Optional<Postponement>> pause)
      implements Journey {

    @Override
    public Optional<Postponement> postponed(User user, Trigger trigger) {
      return pause.get();
    }

    @Override
    public Run run(RunInfo ticket, List<User> users) {
      return how.apply(ticket, users);
    }
  }
}
