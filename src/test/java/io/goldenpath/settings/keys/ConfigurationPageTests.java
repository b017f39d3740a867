package io.goldenpath.settings.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Written anew with {@code mvn test -Dtest=ConfigurationPageTests -Dwrite-docs=true}. */
class ConfigurationPageTests {

  private static final Path PAGE = Path.of("docs/configuration.md");

  private final ConfigurationPage page = new ConfigurationPage();

  @Test
  void isWhatTheMetadataSays() throws IOException {
    if (Boolean.getBoolean("write-docs")) {
      Files.writeString(PAGE, page.markdown());
    }

    assertThat(PAGE).content().isEqualTo(page.markdown());
  }

  @Test
  void metadataKnowsEveryKeyThatIsRead() {
    Set<String> known = page.rows().keySet();

    assertThat(KeySchema.all().entrySet())
        .filteredOn(entry -> !(entry.getValue() instanceof KeySchema.FixedKeys))
        .extracting(Map.Entry::getKey)
        .allSatisfy(key ->
            assertThat(known)
                .as("metadata of %s", key)
                .anyMatch(row ->
                    key.equals(row) || key.startsWith(row + ".") || key.startsWith(row + "[")));
  }

  @Test
  void everyKeyIsReadAndExplained() {
    assertThat(page.rows().values())
        .allSatisfy(row -> {
          assertThat(KeySchema.all()).containsKey(row.key());
          assertThat(row.description()).as("description of %s", row.key()).isNotBlank();
        });
  }
}
