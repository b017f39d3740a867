package io.goldenpath.cli.report;

import io.goldenpath.model.run.Outcome;
import io.goldenpath.redaction.PrintableText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Where reports are printed, 80 columns wide; with colours only where they are seen. */
public record AnsiTerminal(PrintWriter out, Ansi ansi) {

  static final int WIDTH = 78;

  /** Never through picocli's markup, which a target could write as well. */
  public String styled(String style, String text) {
    if (style.isEmpty() || !ansi.enabled()) {
      return text;
    }
    Ansi.IStyle[] styles = Ansi.Style.parse(style);
    return Ansi.Style.on(styles) + text + Ansi.Style.off(styles);
  }

  String outcome(Outcome outcome) {
    return styled(style(outcome), outcome.label().toUpperCase(Locale.ROOT));
  }

  static String style(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "bold,green";
      case DEGRADED -> "bold,yellow";
      case FAILED -> "bold,red";
      case BROKEN -> "bold,magenta";
    };
  }

  public void line(String line) {
    out.println(line);
  }

  /** Indented lines after an empty one; nothing for none. */
  public void paragraph(List<String> lines) {
    if (!lines.isEmpty()) {
      out.println();
      lines.forEach(line -> out.println("  " + line));
    }
  }

  /** A text on as many lines as it needs, those after the first as far in as its text. */
  public void wrapped(String first, String text, String style) {
    String margin = first;
    for (String line : PrintableText.wrapped(text, WIDTH - first.length())) {
      out.println(styled(style, margin + line));
      margin = " ".repeat(first.length());
    }
  }

  public void flush() {
    out.flush();
  }
}
