package io.goldenpath.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTests {

  @Test
  void leavesWordsOfAllLanguagesAlone() {
    assertThat(PrintableText.of("Grüße, 世界 🙂 a+b=42")).isEqualTo("Grüße, 世界 🙂 a+b=42");
  }

  @Test
  void staysOnOneLineAndSteersNoTerminal() {
    assertThat(PrintableText.of("a\r\nb\tc\u001b[31m\u0000\u200b\uD800"))
        .isEqualTo("a  b c\uFFFD[31m\uFFFD\uFFFD\uFFFD");
  }

  @Test
  void breaksBetweenWordsAndElseWhereItMust() {
    assertThat(PrintableText.wrapped("one two three four", 9))
        .containsExactly("one two", "three", "four");
    assertThat(PrintableText.wrapped("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    assertThat(PrintableText.wrapped("  ", 4)).containsExactly("");
  }
}
