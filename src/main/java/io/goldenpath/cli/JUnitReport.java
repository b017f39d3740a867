package io.goldenpath.cli;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingSummary;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Run;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Runs as JUnit XML: a suite for each run, a test for each step of each user. */
final class JUnitReport {

  private static final int FINDINGS = 20;

  private final XMLStreamWriter xml;
  private final boolean strict;

  private JUnitReport(XMLStreamWriter xml, boolean strict) {
    this.xml = xml;
    this.strict = strict;
  }

  /**
   * Writes the file.
   *
   * @param strict whether a warning is a failure
   */
  static void write(List<CheckResult> checked, boolean strict, Path file) throws IOException {
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
    start("testsuites", "name", "golden-path-monitor");
    for (CheckResult one : checked) {
      suite(one, one.run());
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(CheckResult one, Run run) throws XMLStreamException {
    List<JUnitTestCase> cases = JUnitTestCase.of(one, strict);
    start(
        "testsuite",
        "name",
        one.probe().id().toString(),
        "time",
        seconds(run.duration()),
        "tests",
        String.valueOf(cases.size()),
        "errors",
        count(cases, JUnitTestCase.State.ERROR),
        "skipped",
        count(cases, JUnitTestCase.State.SKIPPED),
        "failures",
        count(cases, JUnitTestCase.State.FAILURE));
    start("properties");
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
      test(one, test);
    }
    xml.writeEndElement();
  }

  private void test(CheckResult one, JUnitTestCase test) throws XMLStreamException {
    String target = one.probe().target().name();
    start(
        "testcase",
        "name",
        test.name(),
        "classname",
        target + "." + one.probe().journey().label(),
        "time",
        seconds(test.time()));
    switch (test.state()) {
      case FAILURE -> failureElement("failure", test.findings());
      case ERROR -> failureElement("error", test.findings());
      case SKIPPED -> xml.writeEmptyElement("skipped");
      case PASSED -> {}
    }
    if (test.state() == JUnitTestCase.State.PASSED && !test.findings().isEmpty()) {
      start("system-out");
      xml.writeCharacters(text(test.findings()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void failureElement(String element, List<Finding> findings) throws XMLStreamException {
    Finding worst = findings.getFirst();
    start(element, "message", PrintableText.of(worst.message()), "type", worst.kind().label());
    xml.writeCharacters(text(findings));
    xml.writeEndElement();
  }

  private void property(String name, String value) throws XMLStreamException {
    xml.writeEmptyElement("property");
    xml.writeAttribute("name", name);
    xml.writeAttribute("value", value);
  }

  private void start(String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private static String text(List<Finding> findings) {
    FindingSummary digest = FindingSummary.of(findings, FINDINGS);
    String shown =
        digest.shown().stream().map(JUnitReport::text).collect(Collectors.joining("\n\n"));
    return digest.more() == 0 ? shown : shown + "\n\nbesides these " + digest.rest();
  }

  private static String text(Finding finding) {
    Evidence evidence = finding.evidence();
    Evidence.OtherUser otherUser = evidence.otherUser();
    return "%s in %s: %s\nexpected: %s\nseen: %s\nframes: %s%s"
        .formatted(
            finding.kind().label(),
            finding.step().label(),
            PrintableText.of(finding.message()),
            PrintableText.of(evidence.expected()),
            PrintableText.of(evidence.seen()),
            evidence.frames(),
            otherUser == null
                ? ""
                : "\nframes of user %d: %s".formatted(otherUser.slot(), otherUser.frames()));
  }

  private static String count(List<JUnitTestCase> cases, JUnitTestCase.State state) {
    return String.valueOf(cases.stream().filter(test -> test.state() == state).count());
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
  }
}
