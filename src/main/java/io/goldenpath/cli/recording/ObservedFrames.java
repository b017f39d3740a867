package io.goldenpath.cli.recording;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.dialect.Reading;
import io.goldenpath.inference.live.LiveEvent;
import io.goldenpath.inference.live.LiveRun;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.UserRun;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What a dialect made of the frames of the run in progress; of the first, where there are many. */
final class ObservedFrames {

  private static final int BOUND = 10_000;
  private static final int WITH_FIELDS = 500;

  private final Map<Integer, Queue<Observed>> events = new HashMap<>();
  private final Map<Integer, FrameFields> ends = new HashMap<>();
  private int count;

  private record Observed(String name, int content, FrameFields fields) {}

  synchronized Reading add(Reading reading) {
    for (Reading.Part part : reading.parts()) {
      if (count < BOUND) {
        add(part);
      }
    }
    return reading;
  }

  private void add(Reading.Part part) {
    FrameFields fields = part.decoded().fields();
    switch (part.decoded().content()) {
      case FrameContent.Event(AgentEvent event) -> {
        count++;
        events
            .computeIfAbsent(part.number(), _ -> new ArrayDeque<>())
            .add(
                new Observed(
                    event.name(),
                    event.fingerprint().hashCode(),
                    count > WITH_FIELDS ? FrameFields.NONE : fields));
      }
      case FrameContent.End _ -> {
        count++;
        ends.put(part.number(), fields);
      }
      default -> {}
    }
  }

  /** Forgets the run before. */
  synchronized void clear() {
    events.clear();
    ends.clear();
    count = 0;
  }

  /** The run with those of the events that were its own. */
  synchronized LiveRun of(Run run) {
    List<LiveEvent> own = new ArrayList<>();
    FrameFields end = null;
    for (EventArrival arrival :
        run.users().stream().findFirst().map(UserRun::events).orElse(List.of())) {
      Observed observed = next(arrival);
      if (observed != null) {
        own.add(
            new LiveEvent(observed.name(), observed.content(), observed.fields(), arrival.delay()));
      } else {
        end = ends.get(arrival.frame());
      }
    }
    FrameFields last = own.isEmpty() ? FrameFields.NONE : own.getLast().fields();
    return new LiveRun(run, own, end == null ? last : end);
  }

  private @Nullable Observed next(EventArrival arrival) {
    Queue<Observed> queue = events.getOrDefault(arrival.frame(), new ArrayDeque<>());
    return queue.poll();
  }
}
