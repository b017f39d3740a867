package io.goldenpath.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.web.api.OpenApiDocument.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The manual's table of operations is the document's. */
class ApiPageTests {

  private static final Path PAGE = Path.of("docs/api.md");
  private static final Path DOCUMENT = Path.of("src/main/resources/static/api/openapi.json");
  private static final String WRITE = "write-docs";
  private static final String BEGIN = "<!-- operations: begin -->\n";
  private static final String END = "<!-- operations: end -->";

  @Test
  void hasAllOperations() throws IOException {
    String page = Files.readString(PAGE);
    String written =
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + table()
            + page.substring(page.indexOf(END));
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, written);
    }

    assertThat(PAGE)
        .as(
            "%s is not what the document says; write it anew with: mvn test -Dtest=%s -D%s=true",
            PAGE, ApiPageTests.class.getSimpleName(), WRITE)
        .hasContent(written);
  }

  private static String table() throws IOException {
    return new OpenApiDocument(Files.readString(DOCUMENT))
        .operations().stream()
            .map(ApiPageTests::row)
            .collect(Collectors.joining("\n", "| | |\n|---|---|\n", "\n"));
  }

  private static String row(Operation operation) {
    return "| `%s` | %s |".formatted(operation, operation.node().path("summary").stringValue());
  }
}
