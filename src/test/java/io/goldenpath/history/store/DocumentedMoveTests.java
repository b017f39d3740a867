package io.goldenpath.history.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands in docs/operations.md that bring the history from its file to PostgreSQL. */
class DocumentedMoveTests {

  private static final Pattern TABLES = Pattern.compile("(?s)\n   tables=\"([a-z_\\s]+)\"");

  @Test
  void forgetNoTable() throws IOException {
    String page = Files.readString(Path.of("docs/operations.md"));
    MatchResult moved = TABLES.matcher(page).results().findFirst().orElseThrow();

    assertThat(moved.group(1).split("\\s+")).containsExactlyInAnyOrderElementsOf(tables());
  }

  private static List<String> tables() {
    try (HistoryDatabase database = HistoryDatabase.open(DatabaseAddress.memory("moved"))) {
      return database
          .template()
          .queryForList(
              "SELECT table_name FROM information_schema.tables WHERE table_schema = 'goldenpath'"
                  + " AND table_name <> 'flyway_schema_history'",
              String.class)
          .stream()
          .map(String::valueOf)
          .toList();
    }
  }
}
