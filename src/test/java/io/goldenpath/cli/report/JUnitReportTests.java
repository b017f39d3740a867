package io.goldenpath.cli.report;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.SampleUsers;
import io.goldenpath.model.run.UserRun;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitReportTests {

  private static final Probe DEMO = SampleRuns.probe("demo");

  @TempDir private Path folder;

  @Test
  void aRunIsASuiteAndEachStepATest() throws Exception {
    Document report = report(false, SampleRuns.passed(DEMO, "a", NOON));

    Element suite = only(report, "testsuite");
    assertThat(suite.getAttribute("name")).isEqualTo("demo/golden-path");
    assertThat(suite.getAttribute("time")).isEqualTo("1.842");
    assertThat(counts(suite)).containsExactly("7", "0", "0", "0");
    assertThat(all(report, "testcase").map(test -> test.getAttribute("name")))
        .containsExactly("login", "connect", "welcome", "send", "events", "answer", "close");
    assertThat(all(report, "testcase").map(test -> test.getAttribute("classname")))
        .containsOnly("demo.golden-path");
    assertThat(all(report, "testcase").findFirst().orElseThrow().getAttribute("time"))
        .isEqualTo("0.041");
    assertThat(
            all(report, "property")
                .map(p -> p.getAttribute("name") + "=" + p.getAttribute("value")))
        .containsExactly(
            "run=a", "outcome=passed", "location=local", "startedAt=2026-11-24T12:00:00Z");
  }

  @Test
  void aBrokenPromiseFailsItsStepAndLeavesTheRestSkipped() throws Exception {
    Document report = report(false, SampleRuns.refused(DEMO, "a", NOON));

    assertThat(counts(only(report, "testsuite"))).containsExactly("7", "0", "5", "1");
    Element failure = only(report, "failure");
    assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("connect");
    assertThat(failure.getAttribute("type")).isEqualTo("upgrade_refused");
    assertThat(failure.getAttribute("message"))
        .isEqualTo("the upgrade was answered with 502 Bad Gateway");
    assertThat(failure.getTextContent()).contains("expected: 101", "seen: 502 Bad Gateway");
  }

  @Test
  void aWarningIsANoteUnlessItIsNotGoodEnough() throws Exception {
    Run late = SampleRuns.late(DEMO, "a", NOON);

    Document lenient = report(false, late);
    assertThat(counts(only(lenient, "testsuite"))).containsExactly("7", "0", "0", "0");
    assertThat(only(lenient, "system-out").getTextContent()).startsWith("late_event in events");
    assertThat(counts(only(report(true, late), "testsuite"))).containsExactly("7", "0", "0", "1");
  }

  @Test
  void ourOwnFaultIsAnErrorAndNoFailure() throws Exception {
    Document report = report(false, SampleRuns.broken(DEMO, "a", NOON));

    assertThat(counts(only(report, "testsuite"))).containsExactly("7", "1", "6", "0");
    assertThat(only(report, "error").getAttribute("type")).isEqualTo("monitor_fault");
  }

  @Test
  void whatATargetSaysIsTextWhateverItIs() throws Exception {
    String text = "]]> <b>&amp; \u0000\u001b \uD800 'quoted' \"twice\"";

    Document report = report(false, SampleRuns.quoting(DEMO, "a", NOON, text));

    assertThat(only(report, "failure").getTextContent()).contains("]]> <b>&amp; ", "'quoted'");
  }

  @Test
  void aLeakFailsItsStepAndNamesBothUsers() throws Exception {
    Probe crowd = SampleRuns.isolation("demo", 3);
    Run queue = SampleRuns.servedSerially(crowd, "c", NOON, 3);

    Document report =
        report(
            false,
            crowd,
            SampleRuns.withUsers(crowd, "c", NOON, queue.users(), SampleFindings.leak(3, 1)));

    assertThat(counts(only(report, "testsuite"))).containsExactly("21", "0", "0", "1");
    assertThat(((Element) only(report, "failure").getParentNode()).getAttribute("name"))
        .isEqualTo("events, user 3");
    assertThat(only(report, "failure").getTextContent())
        .startsWith("leak_content in events")
        .endsWith("frames: 5\nframes of user 1: 3");
    assertThat(all(report, "property").map(property -> property.getAttribute("value")))
        .contains("3 of 3", "2 of 3");
  }

  @Test
  void aThousandUsersAreTwentyAndTheRest() throws Exception {
    Probe crowd = SampleRuns.isolation("demo", 1000);
    List<UserRun> users = IntStream.rangeClosed(1, 1000).mapToObj(SampleUsers::stalled).toList();
    Finding[] findings =
        IntStream.rangeClosed(1, 1000).mapToObj(SampleFindings::stall).toArray(Finding[]::new);

    Document report = report(false, crowd, SampleRuns.withUsers(crowd, "c", NOON, users, findings));

    assertThat(counts(only(report, "testsuite"))).containsExactly("147", "0", "21", "21");
    assertThat(all(report, "testcase").map(test -> test.getAttribute("name")))
        .contains("events, user 1", "events, 980 other users");
    assertThat(all(report, "failure").toList().getLast().getTextContent())
        .endsWith("not shown: 960 stalled in events");
  }

  @Test
  void severalRunsStandBesideEachOther() throws Exception {
    Document report =
        report(false, SampleRuns.passed(DEMO, "a", NOON), SampleRuns.stalled(DEMO, "b", NOON));

    assertThat(all(report, "testsuite"))
        .extracting(suite -> suite.getAttribute("name"))
        .containsExactly("demo/golden-path #1", "demo/golden-path #2");
    assertThat(all(report, "testcase").toList().getLast().getAttribute("classname"))
        .isEqualTo("demo.golden-path #2");
  }

  private Document report(boolean strict, Run... runs) throws Exception {
    return report(strict, DEMO, runs);
  }

  private Document report(boolean strict, Probe probe, Run... runs) throws Exception {
    Path file = folder.resolve("report.xml");
    JUnitReport.write(
        Stream.of(runs).map(run -> new CheckResult(probe, run)).toList(), strict, file);
    Document report =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(JUnitReportTests.class.getResource("junit.xsd"))
        .newValidator()
        .validate(new DOMSource(report));
    return report;
  }

  private static List<String> counts(Element suite) {
    return Stream.of("tests", "errors", "skipped", "failures").map(suite::getAttribute).toList();
  }

  private static Element only(Document report, String name) {
    List<Element> found = all(report, name).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static Stream<Element> all(Document report, String name) {
    NodeList found = report.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
  }
}
