package io.goldenpath.cli.report;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingSummary;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Run;
import io.goldenpath.redaction.PrintableText;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Runs as JUnit XML: a suite for each run, a test for each step of each user. */
public record JUnitReport(XMLStreamWriter xml, boolean strict) {

  /** With {@code strict}, a warning is a failure. */
  public static void write(List<CheckResult> checked, boolean strict, Path file)
      throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(writer);
      new JUnitReport(xml, strict).suites(checked);
      xml.close();
    } catch (XMLStreamException failure) {
      throw new IOException("JUnit XML cannot be written to " + file, failure);
    }
  }

  private void suites(List<CheckResult> checked) throws XMLStreamException {
    xml.writeStartDocument();
    start("testsuites", Map.of("name", "golden-path-monitor"));
    Map<ProbeId, Integer> seen = new HashMap<>();
    for (CheckResult one : checked) {
      ProbeId probe = one.probe().id();
      boolean repeated = checked.stream().filter(other -> isOf(probe, other)).count() > 1;
      int count = seen.merge(probe, 1, Integer::sum);
      suite(repeated ? " #" + count : "", one.run(), JUnitTestCase.of(one, strict));
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private static boolean isOf(ProbeId probe, CheckResult result) {
    return result.probe().id().equals(probe);
  }

  /** Which of several runs of its probe it is, tells {@code count}: readers drop equal names. */
  private void suite(String count, Run run, List<JUnitTestCase> cases) throws XMLStreamException {
    ProbeId probe = run.info().probe();
    start(
        "testsuite",
        Map.of(
            "name", probe + count,
            "time", seconds(run.duration()),
            "tests", String.valueOf(cases.size()),
            "errors", count(cases, JUnitTestCase.State.ERROR),
            "skipped", count(cases, JUnitTestCase.State.SKIPPED),
            "failures", count(cases, JUnitTestCase.State.FAILURE)));
    start("properties", Map.of());
    property("run", run.id());
    property("outcome", run.outcome().label());
    property("location", run.info().location());
    property("startedAt", run.info().startedAt().truncatedTo(ChronoUnit.MILLIS).toString());
    Optional<ConcurrencySummary> concurrency = ConcurrencySummary.of(run);
    if (concurrency.isPresent()) {
      property("usersConnected", concurrency.get().connected().toString());
      property("usersSucceeded", concurrency.get().succeeded().toString());
    }
    xml.writeEndElement();
    for (JUnitTestCase test : cases) {
      test(probe.target() + "." + probe.journey().label() + count, test);
    }
    xml.writeEndElement();
  }

  private void test(String className, JUnitTestCase test) throws XMLStreamException {
    start(
        "testcase",
        Map.of("name", test.name(), "classname", className, "time", seconds(test.time())));
    switch (test.state()) {
      case FAILURE -> fault("failure", test.findings());
      case ERROR -> fault("error", test.findings());
      case SKIPPED -> xml.writeEmptyElement("skipped");
      case PASSED -> {
        if (!test.findings().isEmpty()) {
          element("system-out", Map.of(), text(test.findings()));
        }
      }
    }
    xml.writeEndElement();
  }

  private void fault(String element, List<Finding> findings) throws XMLStreamException {
    Finding worst = findings.getFirst();
    String message = PrintableText.of(worst.message());
    element(element, Map.of("message", message, "type", worst.kind().label()), text(findings));
  }

  private void property(String name, String value) throws XMLStreamException {
    element("property", Map.of("name", name, "value", value), "");
  }

  private void element(String name, Map<String, String> attributes, String text)
      throws XMLStreamException {
    start(name, attributes);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void start(String element, Map<String, String> attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    for (Map.Entry<String, String> attribute : new TreeMap<>(attributes).entrySet()) {
      xml.writeAttribute(attribute.getKey(), attribute.getValue());
    }
  }

  private static String text(List<Finding> findings) {
    return FindingSummary.of(findings, FindingLines.MAX_FINDINGS)
        .lines(finding -> text(FindingLines.of(finding, false)))
        .collect(Collectors.joining("\n\n"));
  }

  private static String text(FindingLines finding) {
    return finding.headline()
        + finding.evidence().entrySet().stream()
            .map(line -> "\n" + line.getKey() + ": " + line.getValue())
            .collect(Collectors.joining());
  }

  private static String count(List<JUnitTestCase> cases, JUnitTestCase.State state) {
    return String.valueOf(cases.stream().filter(test -> test.state() == state).count());
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
  }
}
