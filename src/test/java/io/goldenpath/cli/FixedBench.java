package io.goldenpath.cli;

import io.goldenpath.contract.Contract;
import io.goldenpath.dialect.Dialects;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.ProbeId;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.Runs;
import io.goldenpath.probe.User;
import io.goldenpath.settings.ProbeSetup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A workbench whose targets end their runs as the test says. */
final class FixedBench implements Workbench {

  final List<String> properties = new ArrayList<>();
  private final Map<ProbeId, Fixed> journeys = new LinkedHashMap<>();
  private boolean closed;

  FixedBench with(String target, Function<RunTicket, Run> run) {
    return with(Runs.probe(target), (ticket, _) -> run.apply(ticket));
  }

  FixedBench with(Probe probe, BiFunction<RunTicket, List<User>, Run> run) {
    journeys.put(probe.id(), new Fixed(probe, run));
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
        .map(Fixed::probe)
        .filter(probe -> probe.target().name().equals(target))
        .map(probe ->
            new ProbeSetup(probe, Dialects.bundled("agent-events").orElseThrow(), Contract.DEFAULT))
        .toList();
  }

  @Override
  public String location() {
    return "lab";
  }

  @Override
  public Journey journey(ProbeSetup setup) {
    Fixed known = Objects.requireNonNull(journeys.get(setup.probe().id()));
    return new Fixed(setup.probe(), known.how());
  }

  @Override
  public void close() {
    closed = true;
  }

  private record Fixed(Probe probe, BiFunction<RunTicket, List<User>, Run> how) implements Journey {

    @Override
    public Run run(RunTicket ticket, List<User> users) {
      return how.apply(ticket, users);
    }
  }
}
