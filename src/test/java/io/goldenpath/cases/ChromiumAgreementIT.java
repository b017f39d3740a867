package io.goldenpath.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.goldenpath.web.Chromium;
import io.goldenpath.wire.TestSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same servers, tried by the monitor and by a page in Chromium, which is right. */
class ChromiumAgreementIT {

  private static final String EVERY_NAME_IS_HERE = "--host-resolver-rules=MAP * 127.0.0.1";
  private static final int AT_ONCE = 6;
  private static final int PAGES = 8;
  private static final List<PlatformCase> SERVERS = servers().toList();
  private static final Map<String, String> IN_CHROMIUM = new HashMap<>();
  private static final Map<String, Future<Observed>> SEEN = new HashMap<>();

  @SuppressWarnings("NullAway.Init")
  private static CaseRunner runner;

  @SuppressWarnings("NullAway.Init")
  private static ExecutorService workers;

  @BeforeAll
  static void tryAll() throws Exception {
    try (Chromium chromium = Chromium.open(EVERY_NAME_IS_HERE)) {
      runner = new CaseRunner();
      workers = Executors.newFixedThreadPool(AT_ONCE);
      SERVERS.forEach(one -> SEEN.put(one.name(), workers.submit(() -> runner.run(one))));
      List<Page> pages = Stream.generate(chromium::stranger).limit(PAGES).toList();
      for (int from = 0; from < SERVERS.size(); from += PAGES) {
        visit(SERVERS.subList(from, Math.min(from + PAGES, SERVERS.size())), pages);
      }
    }
  }

  private static void visit(List<PlatformCase> some, List<Page> pages) throws IOException {
    List<PageUser> users = new ArrayList<>();
    for (PlatformCase one : some) {
      users.add(PageUser.start(pages.get(users.size()), one));
    }
    for (int i = 0; i < users.size(); i++) {
      try (PageUser user = users.get(i)) {
        IN_CHROMIUM.put(some.get(i).name(), user.outcome());
      }
    }
  }

  @AfterAll
  static void close() {
    if (workers != null) {
      workers.shutdownNow();
      runner.close();
    }
  }

  /** All of them in a thorough build, else every fourth one. */
  static Stream<PlatformCase> servers() {
    List<PlatformCase> all = AgreementCases.servers(Boolean.getBoolean("thorough")).toList();
    int step = TestSize.of(4, 1);
    return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void agreeOnWhoGetsIn(PlatformCase one) throws Exception {
    String chromium = IN_CHROMIUM.getOrDefault(one.name(), "not tried");
    Observed seen = seen(one);

    assertThat(getsIn(seen))
        .as("Chromium: %s; the monitor: %s", chromium, seen)
        .isEqualTo(chromium.equals(PageUser.IN) != AgreementCases.differs(one));
  }

  /** What only our own machine was to blame for is tried again when it has less to do. */
  private static Observed seen(PlatformCase one) throws Exception {
    Observed seen = Objects.requireNonNull(SEEN.get(one.name())).get();
    return seen.outcome().equals("broken") ? runner.run(one) : seen;
  }

  private static boolean getsIn(Observed seen) {
    return Set.of("passed", "degraded").contains(seen.outcome());
  }

  @Test
  void areServersOfBothKinds() {
    assertThat(IN_CHROMIUM.values().stream().filter(PageUser.IN::equals)).hasSizeGreaterThan(25);
    assertThat(IN_CHROMIUM.values().stream().filter(how -> !how.equals(PageUser.IN)))
        .hasSizeGreaterThan(25);
  }
}
