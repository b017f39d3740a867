package io.goldenpath.notify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.store.RunStore;
import io.goldenpath.history.store.TestDatabase;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.notify.message.Notice;
import io.goldenpath.notify.outbox.Outbox.Posting;
import io.goldenpath.settings.keys.notify.AlertSeverity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What waits to be told, over a restart and while the database is away. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class OutboxStorageIT {

  private static final ProbeId SHOP = new ProbeId("shop", JourneyKind.GOLDEN_PATH);

  @TempDir Path folder;

  private final TestDatabase kind;
  private RunStore store;

  OutboxStorageIT(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    store = RunStore.open(kind.create(folder));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void isAsItWasAfterARestart() {
    Outbox before = restarted();
    before.commit(List.of(entry("i1"), entry("i2")), List.of(to("a", "n1"), to("b", "n2")));
    save(before);
    before.commit(List.of(entry("i2").without("a")), List.of(to("a", "n3")));
    before.remove(before.next("b").orElseThrow());
    save(before);

    Outbox after = restarted();
    assertThat(after.entries()).containsExactly(entry("i1"));
    assertThat(ids(after, "a")).containsExactly("n1", "n3");
    assertThat(after.next("b")).isEmpty();
  }

  @Test
  void knowsWhatIsStored() {
    Outbox outbox = restarted();
    outbox.commit(List.of(), List.of(to("a", "n1")));
    QueuedNotice waiting = outbox.next("a").orElseThrow();
    assertThat(outbox.stored(waiting)).isFalse();

    save(outbox);
    assertThat(outbox.stored(waiting)).isTrue();
    assertThat(restarted().next("a")).contains(waiting);
  }

  @Test
  void keepsWhatIsDeletedWhileItIsWritten() {
    Outbox outbox = restarted();
    outbox.commit(List.of(), List.of(to("a", "n1")));
    Outbox.Changes changes = outbox.changes();
    outbox.remove(outbox.next("a").orElseThrow());
    OutboxTable.of(store).write(changes);
    outbox.stored(changes);
    save(outbox);

    assertThat(restarted().next("a")).isEmpty();
  }

  @Test
  void putsWhatIsStoredBeforeWhatIsNew() {
    Outbox first = restarted();
    first.commit(List.of(), List.of(to("a", "n1")));
    save(first);

    Outbox late = new Outbox();
    late.commit(List.of(), List.of(to("a", "n2"), to("a", "n3")));
    QueuedNotice underWay = late.next("a").orElseThrow();
    new OutboxStorage(late).restore(store);
    late.remove(underWay);
    save(late);

    assertThat(ids(restarted(), "a")).containsExactly("n1", "n3");
  }

  @Test
  void isBoundedWhileTheDatabaseIsAway() {
    Outbox outbox = restarted();
    for (int i = 0; i < 3 * Outbox.MOST; i++) {
      outbox.commit(List.of(entry("i" + i)), List.of(to("a", "n" + i)));
      outbox.commit(List.of(entry("i" + i).without("a")), List.of());
    }
    assertThat(outbox.waiting("a")).isEqualTo(Outbox.MOST);

    Outbox.Changes changes = outbox.changes();
    assertThat(changes.queue()).hasSize(Outbox.MOST);
    assertThat(changes.ledger()).isEmpty();
  }

  @Test
  void takesTextOfEveryKind() {
    Outbox outbox = restarted();
    LedgerEntry entry =
        new LedgerEntry(
            "i1", SHOP, Map.of("team", "\u0000 \ud83d\ude00 \u4e2d '; DROP TABLE x"), told());
    outbox.commit(List.of(entry), List.of());
    save(outbox);

    assertThat(restarted().entries()).containsExactly(entry);
  }

  private Outbox restarted() {
    Outbox outbox = new Outbox();
    new OutboxStorage(outbox).restore(store);
    return outbox;
  }

  private void save(Outbox outbox) {
    new OutboxStorage(outbox).save(store, false);
  }

  private static List<String> ids(Outbox outbox, String receiver) {
    return IntStream.range(0, outbox.waiting(receiver))
        .mapToObj(_ -> {
          QueuedNotice next = outbox.next(receiver).orElseThrow();
          outbox.remove(next);
          return next.notice().id();
        })
        .toList();
  }

  private static Posting to(String receiver, String id) {
    return new Posting(receiver, Notice.test(id, SampleRuns.NOON));
  }

  private static LedgerEntry entry(String incident) {
    return new LedgerEntry(incident, SHOP, Map.of("team", "search"), told());
  }

  private static Map<String, Told> told() {
    return Map.of("a", new Told("n1", AlertSeverity.DOWN, 1, SampleRuns.NOON, false));
  }
}
