package io.goldenpath.settings.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.settings.reader.ProbeSetup;
import io.goldenpath.settings.reader.WrittenSettings;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledDialectFilesTests {

  static Collection<String> names() {
    return BundledDialectFiles.about().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void beginWithATargetThatHasNoMistake(String name) throws IOException {
    List<ProbeSetup> setups =
        WrittenSettings.ofYaml(BundledDialectFiles.target(name).replaceAll("\\$\\{\\w+}", SECRET))
            .settings()
            .setups();

    assertThat(setups)
        .singleElement()
        .satisfies(setup -> assertThat(setup.probe().target().dialect()).isEqualTo(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void areSharedByAllTargetsUnlessTheyCallTheHostOfTheLogin(String name) throws IOException {
    String yaml = BundledDialectFiles.target(name).replaceAll("\\$\\{\\w+}", SECRET);

    assertThat(WrittenSettings.ofYaml(yaml).settings().setups().getFirst().dialect())
        .isEqualTo(WrittenSettings.ofYaml(yaml).settings().setups().getFirst().dialect());
  }

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
}
