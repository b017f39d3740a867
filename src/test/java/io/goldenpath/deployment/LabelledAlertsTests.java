package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The chart's rules where alerts are to carry the labels of their targets. */
class LabelledAlertsTests {

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Path TESTS = Path.of("src/test/promtool");

  @TempDir private static Path folder;

  @BeforeAll
  static void render() throws IOException {
    AlertRules rules =
        HelmChart.render(ValueSet.good("target-labels")).the(PrometheusRule.class).spec();
    YAMLMapper.builder()
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
        .build()
        .writeValue(folder.resolve("rules.yaml").toFile(), rules);
  }

  @Test
  void areRulesThatPrometheusAccepts() throws IOException, InterruptedException {
    String rules = folder.resolve("rules.yaml").toString();

    assertThat(promtool("check", "rules", "--lint=all", "--lint-fatal", rules)).contains("SUCCESS");
  }

  @Test
  void carryTheLabelsOfTheirTargets() throws IOException, InterruptedException {
    assertThat(test("alert-labels.yaml")).contains("SUCCESS");
  }

  /** These say nothing of labels. */
  @ParameterizedTest
  @ValueSource(strings = {"alert-times.yaml", "alert-texts.yaml"})
  @EnabledIfSystemProperty(named = "thorough", matches = "true")
  void fireAsWithoutThemWhereThereAreNone(String file) throws IOException, InterruptedException {
    assertThat(test(file)).contains("SUCCESS");
  }

  private static String test(String file) throws IOException, InterruptedException {
    String tests =
        Files.readString(TESTS.resolve(file))
            .replaceFirst("rule_files: .*", "rule_files: [ rules.yaml ]");
    return promtool("test", "rules", Files.writeString(folder.resolve(file), tests).toString());
  }

  private static String promtool(String... arguments) throws IOException, InterruptedException {
    return ExternalProgram.named("promtool").run(folder.resolve("promtool.log"), LIMIT, arguments);
  }
}
