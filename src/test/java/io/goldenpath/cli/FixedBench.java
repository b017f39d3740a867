package io.goldenpath.cli;

import io.goldenpath.contract.Contract;
import io.goldenpath.dialect.Dialects;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.Runs;
import io.goldenpath.probe.User;
import io.goldenpath.settings.ProbeSetup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A workbench whose targets end their runs as the test says. */
final class FixedBench implements Workbench {

  final List<String> properties = new ArrayList<>();
  private final Map<String, Function<RunTicket, Run>> targets = new LinkedHashMap<>();
  private boolean closed;

  FixedBench with(String target, Function<RunTicket, Run> run) {
    targets.put(target, run);
    return this;
  }

  boolean closed() {
    return closed;
  }

  @Override
  public List<String> targets() {
    return List.copyOf(targets.keySet());
  }

  @Override
  public List<ProbeSetup> setups(String target) {
    return List.of(
        new ProbeSetup(
            Runs.probe(target), Dialects.bundled("agent-events").orElseThrow(), Contract.DEFAULT));
  }

  @Override
  public String location() {
    return "lab";
  }

  @Override
  public Journey journey(ProbeSetup setup) {
    String target = setup.probe().target().name();
    return new Fixed(setup.probe(), targets.getOrDefault(target, FixedBench::none));
  }

  @Override
  public void close() {
    closed = true;
  }

  private static Run none(RunTicket ticket) {
    throw new AssertionError("there is no target " + ticket.probe());
  }

  private record Fixed(Probe probe, Function<RunTicket, Run> how) implements Journey {

    @Override
    public Run run(RunTicket ticket, List<User> users) {
      return how.apply(ticket);
    }
  }
}
