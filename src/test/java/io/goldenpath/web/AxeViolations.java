package io.goldenpath.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What axe finds on a page that keeps people from using it. */
public final class AxeViolations {

  private static final String SCRIPT = script();
  private static final String ASK =
      """
      async () => (await axe.run()).violations.map(found =>
          found.id + ': ' + found.nodes.map(node => node.target.join(' ')).slice(0, 3).join(', '))
      """;

  private AxeViolations() {}

  @SuppressWarnings("unchecked")
  public static List<String> of(Page page) {
    page.evaluate(SCRIPT);
    return (List<String>) page.evaluate(ASK);
  }

  private static String script() {
    try (InputStream script = AxeViolations.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
