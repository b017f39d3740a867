package io.goldenpath;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.ConnectResult;
import io.goldenpath.wire.HttpCall;
import io.goldenpath.wire.HttpReply;
import io.goldenpath.wire.HttpResult;
import io.goldenpath.wire.ReceiveResult;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.UpgradeCall;
import io.goldenpath.wire.WebSocket;
import io.goldenpath.wire.WireClient;
import io.goldenpath.wire.WireFailure;
import io.goldenpath.wire.address.DeadAddress;
import io.goldenpath.wire.warmup.ClientWarmUp;
import io.goldenpath.wire.warmup.WarmUpServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

/** What code of the monitor may not do, wherever it stands. */
class CodeRulesTests {

  private static final String BASE = "io.goldenpath";
  private static final Set<String> WIRE_API =
      Stream.of(
              WireClient.class,
              ClientWarmUp.class,
              WarmUpServer.class,
              HttpCall.class,
              HttpReply.class,
              HttpResult.class,
              UpgradeCall.class,
              ConnectResult.class,
              ReceiveResult.class,
              WebSocket.class,
              WireFailure.class,
              TlsEngineFactory.class,
              DeadAddress.class)
          .map(Class::getName)
          .collect(Collectors.toCollection(TreeSet::new));

  private static final JavaClasses MONITOR =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  @Test
  void vocabularyKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage(
            BASE + ".model..", BASE + ".contract..", BASE + ".redaction", BASE + ".strip")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "io.netty..", "io.micrometer..", "org.slf4j..")
        .because("words outlive frameworks")
        .check(MONITOR);
  }

  @Test
  void beansStandWhereTheyAreLookedFor() {
    classes()
        .that()
        .areMetaAnnotatedWith(Component.class)
        .should()
        .resideInAnyPackage(BASE, BASE + ".health..", BASE + ".web..")
        .because("the main class scans no other package")
        .check(MONITOR);
  }

  @Test
  void onlyTheWireOpensSockets() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + ".wire..", BASE + ".demo..", BASE + ".notify.receiver")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.netty..", "java.net.http..")
        .because(
            "client sockets live in 'wire', with their deadlines, and those of tellers in one"
                + " client")
        .check(MONITOR);
  }

  @Test
  void theWireIsUsedByItsApiAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".wire..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are of 'wire', outside its API",
                type ->
                    type.getPackageName().startsWith(BASE + ".wire")
                        && !WIRE_API.contains(type.getName().replaceFirst("\\$.*", ""))))
        .because(
            "of 'wire' others use only %s: give WireClient a method, or add the type here"
                .formatted(WIRE_API))
        .check(MONITOR);
  }

  @Test
  void timeIsHandedIn() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("dates come from an InstantSource, so that tests can move them")
        .check(MONITOR);
    noClasses()
        .that()
        .areNotAssignableTo(Stopwatch.class)
        .should()
        .callMethod(System.class, "nanoTime")
        .because("durations come from a Stopwatch")
        .check(MONITOR);
  }

  @Test
  void nothingSleeps() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + ".demo..", BASE + ".cli..")
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", Duration.class)
        .because("a wait can be ended; a command alone may wait on its own thread, and says so")
        .check(MONITOR);
  }

  @Test
  void namesAreNouns() {
    classes()
        .should()
        .haveNameNotMatching(".*(Impl|Utils?|Helper|Manager|Dto|Service)(\\$.*)?")
        .andShould()
        .haveSimpleNameNotStartingWith("Abstract")
        .because("a suffix that says nothing hides a concept")
        .check(MONITOR);
  }
}
