package io.goldenpath.journey;

import io.goldenpath.contract.AgentEvent;
import io.goldenpath.contract.Heard;
import io.goldenpath.contract.Hearer;
import io.goldenpath.contract.Judgement;
import io.goldenpath.contract.Reading;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;

/**
 * Hears what comes on a new connection until the welcome. The rest of the run that was cut belongs
 * to that run, and all else to the new connection.
 *
 * @param greeting Judgement of the new connection.
 * @param run Judgement of the run that was cut.
 * @param lost When the old connection was lost.
 */
record Rejoin(Judgement greeting, Judgement run, long lost) implements Hearer {

  @Override
  public void frame(Heard heard, int number, long nanos) {
    if (heard.reading() instanceof Reading.Event(AgentEvent event) && rest(event)) {
      run.resumed(lost, nanos);
      run.frame(heard, number, nanos);
    } else {
      greeting.frame(heard, number, nanos);
    }
  }

  @Override
  public void closed(Ending ending, long nanos) {
    greeting.closed(ending, nanos);
  }

  @Override
  public void elapsed(long nanos) {
    greeting.elapsed(nanos);
  }

  @Override
  public Deadline deadline() {
    return greeting.deadline();
  }

  @Override
  public boolean over() {
    return greeting.over();
  }

  private boolean rest(AgentEvent event) {
    String id = event.ids().run();
    return id == null || run.run().isEmpty() || run.run().get().equals(id);
  }
}
