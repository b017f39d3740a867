package io.goldenpath.framing;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TemplateValues;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTemplateTests {

  private static final Map<String, Object> KNOWN =
      Map.of("id", 7L, "text", "say \"x\"", "list", Map.of("a", 1), "/seq", 12);
  private static final TemplateValues VALUES = KNOWN::get;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '#',
      value = {
        "{\"id\":\"{id}\"} # {\"id\":7}",
        "{\"id\":\"{id|string}\"} # {\"id\":\"7\"}",
        "{\"id\":\"run-{id}\"} # {\"id\":\"run-7\"}",
        "{\"text\":\"{text}\"} # {\"text\":\"say \\\"x\\\"\"}",
        "{\"text\":\"{text|json}\"} # {\"text\":\"\\\"say \\\\\\\"x\\\\\\\"\\\"\"}",
        "{\"ack\":\"{/seq}\"} # {\"ack\":12}",
        "{\"of\":\"{list}\"} # {\"of\":{\"a\":1}}",
        "{\"thread\":\"{thread}\"} # {\"thread\":null}",
        "{\"in\":\"{id|base64}\"} # {\"in\":\"Nw==\"}",
        "{ \"braces\": {} } # { \"braces\": {} }",
      })
  void fillsJson(String template, String filled) {
    assertThat(MessageTemplate.json(Secret.of(template)).fill(VALUES)).isEqualTo(filled);
  }

  @Test
  void fillsOtherTextAsItIs() {
    MessageTemplate template = MessageTemplate.text(Secret.of("\"{text}\" {text|url}{nobody}"));

    assertThat(template.fill(VALUES)).isEqualTo("\"say \"x\"\" say%20%22x%22");
    assertThat(template.variables()).containsExactly("text", "nobody");
    assertThat(template.filters()).containsExactly("url");
  }

  @Test
  void showsNothing() {
    assertThat(MessageTemplate.json(Secret.of("{\"token\":\"x\"}"))).hasToString("***");
  }
}
