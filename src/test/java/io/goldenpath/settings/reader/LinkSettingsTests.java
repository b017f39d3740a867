package io.goldenpath.settings.reader;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.RunTrace;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.settings.mistakes.SettingsException;
import io.goldenpath.settings.service.RunLinks;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkSettingsTests {

  private static final String TARGETS =
      """
      goldenpath:
        LINKS
        targets:
          staging:
            login: { type: none }
            socket: { url: wss://api.example.com/ws }
            LINKS_OF_STAGING
      """;

  @Test
  void areNoneUnlessSet() throws IOException {
    assertThat(links("", "").trace(run("staging", true))).isEmpty();
  }

  @Test
  void aTargetsOwnWins() throws IOException {
    RunLinks links =
        links(
            "links: { trace: 'https://tempo.example.com/trace/{trace}' }",
            "links: { trace: 'http://jaeger.example.com:16686/trace/{trace}?uiEmbed=v0' }");

    assertThat(links.trace(run("demo", true))).hasValue("https://tempo.example.com/trace/0af7");
    assertThat(links.trace(run("staging", true)))
        .hasValue("http://jaeger.example.com:16686/trace/0af7?uiEmbed=v0");
  }

  /** Or settings that are read again would look like changed ones. */
  @Test
  void areEqualWhereTheSameIsWritten() throws IOException {
    String written = "links: { trace: 'https://tempo.example.com/trace/{trace}' }";

    assertThat(links(written, written)).isEqualTo(links(written, written));
  }

  @Test
  void leadToTracesThatAreKept() throws IOException {
    RunLinks links = links("links: { trace: 'https://tempo.example.com/trace/{trace}' }", "");

    assertThat(links.trace(run("staging", false))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'https://tempo.example.com/trace'",
        "'https://tempo.example.com/{trace}/{run}'",
        "'javascript:alert({trace})'",
        "'/trace/{trace}'",
        "'https://tempo.example.com/trace/ {trace}'"
      })
  void areAddressesWithTheTrace(String address) {
    assertThatThrownBy(() -> links("", "links: { trace: '%s' }".formatted(address)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("goldenpath.targets.staging.links.trace")
        .hasMessageContaining("such as https://tempo.example.com/trace/{trace}");
  }

  private static RunInfo run(String target, boolean kept) {
    return new RunInfo(
        "a",
        SampleRuns.probe(target).id(),
        "local",
        Trigger.SCHEDULE,
        NOON,
        new RunTrace("0af7", "b7ad", kept));
  }

  private static RunLinks links(String all, String staging) throws IOException {
    String yaml = TARGETS.replace("LINKS_OF_STAGING", staging).replace("LINKS", all);
    return WrittenSettings.ofYaml(yaml).settings().links();
  }
}
