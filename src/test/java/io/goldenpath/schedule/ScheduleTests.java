package io.goldenpath.schedule;

import static io.goldenpath.schedule.Bench.MINUTE;
import static io.goldenpath.schedule.Bench.id;
import static io.goldenpath.schedule.Bench.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Cadence;
import io.goldenpath.probe.Manners;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScheduleTests {

  private final Bench bench = new Bench();
  private final Travel demo = new Travel(probe("demo", MINUTE));

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aLoneProbeRunsAtOnce() throws Exception {
    bench.watch(demo).start();

    Travel.Trip trip = demo.trip();
    assertThat(trip.ticket().probe()).isEqualTo(id("demo"));
    assertThat(trip.ticket().trigger()).isEqualTo(Trigger.SCHEDULE);
    assertThat(trip.ticket().startedAt()).isEqualTo(bench.time.instant());
    assertThat(trip.thread().getName()).isEqualTo("run-demo-golden-path");
    trip.passes();
    assertThat(bench.notebook.read())
        .containsExactly("started demo late 0", "finished demo passed");
    assertThat(bench.schedule.inFlight()).isEmpty();
  }

  @Test
  void manyProbesSpreadTheirFirstRunsOverFiveSeconds() {
    List<Travel> all =
        IntStream.range(0, 50).mapToObj(i -> new Travel(probe("t" + i, MINUTE))).toList();
    bench.watch(all.toArray(Travel[]::new)).start();

    assertThat(bench.schedule.inFlight()).hasSize(1);
    bench.time.advance(Duration.ofMillis(2450));
    assertThat(bench.schedule.inFlight()).hasSize(25);
    bench.time.advance(Duration.ofMillis(2450));
    assertThat(bench.schedule.inFlight()).hasSize(50);
  }

  @Test
  void fromTheSecondRunOnEachProbeKeepsItsOwnOffset() throws Exception {
    bench.watch(demo).start();
    demo.trip().passes();
    bench.time.advance(MINUTE.multipliedBy(3).dividedBy(2));
    Instant second = end(demo.trip());
    bench.time.advance(MINUTE);
    Instant third = end(demo.trip());

    assertThat(Duration.between(second, third)).isEqualTo(MINUTE);
    assertThat(Timetable.second(id("demo"), second, MINUTE)).isEqualTo(MINUTE);
  }

  @Test
  void aProbeOnDemandRunsOnlyWhenAsked() throws Exception {
    Travel idle = new Travel(probe("idle", Cadence.onDemand(MINUTE), 1, Manners.DEFAULTS));
    bench.watch(idle).start();
    bench.time.advance(Duration.ofHours(2));
    assertThat(bench.notebook.read()).isEmpty();

    RunRequest request = bench.schedule.request(id("idle"));

    Travel.Trip trip = idle.trip();
    assertThat(request).isEqualTo(new RunRequest.Accepted(trip.ticket().id()));
    assertThat(trip.ticket().trigger()).isEqualTo(Trigger.REQUEST);
    trip.passes();
  }

  @Test
  void aRunThatIsDueWhileTheLastOneStillRunsIsSkipped() throws Exception {
    bench.watch(demo).start();
    Duration second = Timetable.second(id("demo"), bench.time.instant(), MINUTE);
    demo.trip().passes();
    bench.time.advance(second);
    Travel.Trip slow = demo.trip();
    bench.notebook.read();

    bench.time.advance(MINUTE);

    assertThat(bench.notebook.read()).containsExactly("skipped demo overlap");
    slow.passes();
    bench.time.advance(MINUTE);
    demo.trip().passes();
  }

  @Test
  void slotsThatWereMissedAreCountedAndNotMadeUpFor() throws Exception {
    bench.watch(demo).start();
    demo.trip().passes();
    Duration second = Timetable.second(id("demo"), bench.time.instant(), MINUTE);
    bench.time.advance(second);
    demo.trip().passes();
    bench.notebook.read();

    bench.time.oversleep(MINUTE.multipliedBy(4).plusSeconds(7));
    bench.time.advance(Duration.ZERO);

    Travel.Trip late = demo.trip();
    assertThat(bench.notebook.read())
        .containsExactlyInAnyOrder(
            "skipped demo missed",
            "skipped demo missed",
            "skipped demo missed",
            "started demo late 7000");
    late.passes();
    bench.time.advance(Duration.ofSeconds(53));
    assertThat(demo.trip().ticket().startedAt())
        .isEqualTo(late.ticket().startedAt().plusSeconds(53));
  }

  @Test
  void askingForAProbeThatRunsNamesTheRunAndWhenToAskAgain() throws Exception {
    bench.watch(demo).start();
    Travel.Trip trip = demo.trip();
    bench.time.advance(Duration.ofSeconds(20));

    assertThat(bench.schedule.request(id("demo")))
        .isEqualTo(new RunRequest.InFlight(trip.ticket().id(), Duration.ofSeconds(48)));
    assertThat(bench.schedule.inFlight())
        .extracting(RunTicket::id)
        .containsExactly(trip.ticket().id());
  }

  @Test
  void askingForWhatIsNotWatchedIsAnsweredSo() {
    bench.watch(demo).start();

    assertThat(bench.schedule.request(id("staging"))).isEqualTo(new RunRequest.Unknown());
  }

  @Test
  void listenersHearWhatIsWatchedBeforeAnyOfItRuns() {
    bench.schedule.replace(List.of(demo));
    bench.start();
    bench.schedule.replace(List.of(new Travel(probe("staging", MINUTE))));
    bench.time.advance(Duration.ZERO);

    assertThat(bench.notebook.read())
        .filteredOn(line -> !line.startsWith("started demo"))
        .startsWith("watching [demo]", "watching [staging]");
  }

  @Test
  void aProbeThatHasNotChangedKeepsItsTimesWhenOthersDo() throws Exception {
    bench.watch(demo).start();
    demo.trip().passes();
    Duration second = Timetable.second(id("demo"), bench.time.instant(), MINUTE);
    Travel again = new Travel(demo.probe());
    Travel other = new Travel(probe("staging", MINUTE));

    bench.watch(again, other);
    bench.time.advance(Duration.ZERO);

    assertThat(bench.schedule.inFlight())
        .extracting(RunTicket::probe)
        .containsExactly(id("staging"));
    other.trip().passes();
    bench.time.advance(second.minusMillis(1));
    assertThat(bench.schedule.inFlight()).extracting(RunTicket::probe).doesNotContain(id("demo"));
    bench.time.advance(Duration.ofMillis(1));
    again.trip().passes();
  }

  @Test
  void aProbeThatHasChangedRunsAtOnce() throws Exception {
    bench.watch(demo).start();
    demo.trip().passes();
    Travel faster = new Travel(probe("demo", Duration.ofSeconds(30)));

    bench.watch(faster);
    bench.time.advance(Duration.ZERO);

    faster.trip().passes();
  }

  @Test
  void aRunInFlightEndsAsItBeganAndIsTheOnlyOneOfItsProbe() throws Exception {
    bench.watch(demo).start();
    Travel.Trip old = demo.trip();
    Travel changed = new Travel(probe("demo", Duration.ofSeconds(90)));
    bench.watch(changed);
    bench.time.advance(Duration.ZERO);
    assertThat(bench.notebook.read()).containsExactly("skipped demo overlap");

    old.passes();

    assertThat(bench.notebook.read()).containsExactly("finished demo passed");
    bench.schedule.request(id("demo"));
    changed.trip().passes();
  }

  @Test
  void aProbeThatGoesAndComesBackStillRunsOnceAtATime() throws Exception {
    bench.watch(demo).start();
    Travel.Trip old = demo.trip();
    bench.watch();
    Travel back = new Travel(demo.probe());
    bench.watch(back);
    bench.time.advance(Duration.ZERO);
    assertThat(bench.notebook.read()).containsExactly("skipped demo overlap");
    old.passes();
    bench.schedule.request(id("demo"));
    Travel.Trip next = back.trip();

    assertThat(bench.schedule.request(id("demo"))).isInstanceOf(RunRequest.InFlight.class);
    next.passes();
  }

  @Test
  void whatIsNoLongerWatchedIsNoLongerRun() throws Exception {
    bench.watch(demo).start();
    demo.trip().passes();
    bench.watch();
    bench.notebook.read();

    bench.time.advance(Duration.ofHours(1));

    assertThat(bench.notebook.read()).isEmpty();
  }

  @Test
  void reloadsAtAnyMomentNeitherLoseNorDoubleARun() throws Exception {
    Probe probe = probe("demo", Duration.ofSeconds(10));
    Travel now = new Travel(probe);
    bench.watch(now).start();
    now.trip().passes();
    Duration second = Timetable.second(id("demo"), bench.time.instant(), Duration.ofSeconds(10));
    bench.time.advance(second.minusSeconds(1));
    bench.notebook.read();

    for (int i = 0; i < 200; i++) {
      now = new Travel(probe);
      bench.schedule.replace(List.of(now));
      bench.time.advance(Duration.ofMillis(1700));
      if (!bench.schedule.inFlight().isEmpty()) {
        now.trip().passes();
      }
    }

    // 340 s from a second before a slot
    assertThat(bench.notebook.read())
        .filteredOn(line -> !line.startsWith("watching"))
        .hasSize(68)
        .containsOnly("started demo late 0", "finished demo passed");
  }

  @Test
  void livesWhileItsThreadBeats() {
    assertThat(bench.schedule.alive()).isTrue();
    assertThat(bench.schedule.started()).isFalse();
    bench.watch(demo).start();
    assertThat(bench.schedule.started()).isTrue();
    bench.time.advance(Duration.ofHours(1));
    assertThat(bench.schedule.alive()).isTrue();

    bench.time.oversleep(Duration.ofSeconds(10));

    assertThat(bench.schedule.alive()).isFalse();
  }

  @Test
  void closingEndsTheRunsInFlightAndCountsNone() throws Exception {
    Travel other = new Travel(probe("staging", MINUTE));
    bench.watch(demo, other).start();
    bench.time.advance(Duration.ofSeconds(5));
    Travel.Trip first = demo.trip();
    Travel.Trip second = other.trip();
    bench.notebook.read();

    bench.schedule.close();

    assertThat(first.thread().isAlive()).isFalse();
    assertThat(second.thread().isAlive()).isFalse();
    assertThat(bench.notebook.read()).isEmpty();
    assertThat(bench.time.closed()).isTrue();
    assertThat(bench.schedule.request(id("demo"))).isEqualTo(new RunRequest.Unknown());
  }

  private static Instant end(Travel.Trip trip) throws InterruptedException {
    trip.passes();
    return trip.ticket().startedAt();
  }
}
