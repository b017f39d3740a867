package io.goldenpath.model.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateTests {

  @Test
  void knowsItsVariables() {
    Template template =
        Template.of("{\"a\":\"{email}\",\"b\":{},\"c\":\"{cookie:XSRF-TOKEN} {x_1}\"}");

    assertThat(template.variables()).containsExactly("email", "cookie:XSRF-TOKEN", "x_1");
  }

  @Test
  void fillsThemInOnce() {
    assertThat(Template.of("{a} and {b}").fill(name -> name.equals("a") ? "{b} $1 \\" : "c"))
        .isEqualTo("{b} $1 \\ and c");
  }

  @Test
  void leavesOtherBracesAlone() {
    String json = "{\"a\": {\"b\": [1, {}]}, \"c\": \"{1}\", \"d\": \"{ e }\"}";

    assertThat(Template.of(json).variables()).isEmpty();
    assertThat(Template.of(json).fill(_ -> "!")).isEqualTo(json);
  }
}
