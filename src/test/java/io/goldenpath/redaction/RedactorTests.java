package io.goldenpath.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.target.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RedactorTests {

  private static final String SECRET = "p\"4ss/wörd <&> 'more'";

  private final Redactor redactor =
      Redactor.of(List.of(Secret.of(SECRET), Secret.of("Probe-A@Example.com")));

  @Test
  void takesOutAKnownSecret() {
    assertThat(redactor.redact("said " + SECRET + " twice: " + SECRET))
        .isEqualTo("said *** twice: ***");
  }

  @Test
  void learnsASecretOnceAndForgetsNoneOfThoseBefore() {
    Redactor first = redactor.with(Secret.of("token-of-a-first-run"));
    Redactor second = redactor.with(Secret.of("token-of-a-second-run"));
    String text = "token-of-a-first-run token-of-a-second-run " + SECRET;

    assertThat(first.redact(text)).isEqualTo("*** token-of-a-second-run ***");
    assertThat(second.redact(text)).isEqualTo("token-of-a-first-run *** ***");
    assertThat(redactor.with(Secret.of("token-of-a-second-run"))).isSameAs(second);
    assertThat(second.with(Secret.of(SECRET))).isSameAs(second);
  }

  @Test
  void takesItOutOfJson() {
    String once = JsonMapper.shared().writeValueAsString(SECRET);
    String twice = JsonMapper.shared().writeValueAsString("{\"a\":" + once + "}");

    assertThat(redactor.redact(once)).isEqualTo("\"***\"");
    assertThat(redactor.redact(twice)).isEqualTo("\"{\\\"a\\\":\\\"***\\\"}\"");
    assertThat(redactor.redact(once.replace("/", "\\/"))).isEqualTo("\"***\"");
    assertThat(redactor.redact(once.replace("ö", "\\u00f6"))).isEqualTo("\"***\"");
    assertThat(redactor.redact(once.replace("ö", "\\u00F6"))).isEqualTo("\"***\"");
  }

  @Test
  void takesItOutOfAddressesAndForms() {
    String encoded = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);

    assertThat(redactor.redact("/x?a=" + encoded + "&b=1")).isEqualTo("/x?a=***&b=1");
    assertThat(redactor.redact("/x?a=" + encoded.replace("+", "%20"))).isEqualTo("/x?a=***");
    assertThat(
            redactor.redact(
                "/x?a="
                    + encoded
                        .replaceAll("%C3%B6", "%c3%b6")
                        .replace("%2F", "%2f")
                        .replace("%3C", "%3c")
                        .replace("%3E", "%3e")))
        .isEqualTo("/x?a=***");
  }

  @Test
  void takesItOutOfPages() {
    String page = "<b>p&quot;4ss/wörd &lt;&amp;&gt; &#39;more&#39;</b>";

    assertThat(redactor.redact(page)).isEqualTo("<b>***</b>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u", "us", "usr", "probe:", "{\"password\":\""})
  void takesItOutOfBase64WhateverStandsBeforeIt(String before) {
    byte[] bytes = (before + SECRET + "\"}").getBytes(StandardCharsets.UTF_8);
    String core = core(before);

    for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      String encoded = encoder.encodeToString(bytes);
      assertThat(encoded.replace('-', '+').replace('_', '/')).contains(core);
      assertThat(redactor.redact("got " + encoded).replace('-', '+').replace('_', '/'))
          .doesNotContain(core.substring(4, 16))
          .contains("***");
    }
  }

  @Test
  void knowsAnAddressHoweverItIsWritten() {
    assertThat(redactor.redact("no such user: probe-a@example.com")).isEqualTo("no such user: ***");
  }

  @Test
  void leavesNoBeginningWhereATextWasCut() {
    assertThat(redactor.redact("the password is " + SECRET.substring(0, 9)))
        .isEqualTo("the password is ***");
    assertThat(redactor.redact("it said \"" + SECRET.substring(0, 12) + "…\" and went"))
        .isEqualTo("it said \"***…\" and went");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln is bad | token *** is bad
          Authorization: Bearer abc.def                          | Authorization: ***
          "authorization":"Basic dXNlcjpwYXNz","x":1             | "authorization":"***","x":1
          sent Bearer 0123456789abcdef to it                     | sent Bearer *** to it
          Cookie: SESSION=abc; theme=dark                        | Cookie: ***
          Set-Cookie: SESSION=abc; Path=/                        | Set-Cookie: ***
          GET /ws?access_token=abc123&x=1                        | GET /ws?access_token=***&x=1
          to /callback?code=4711&state=xyz                       | to /callback?code=***&state=***
          {"password":"hunter2","name":"x"}                      | {"password":"***","name":"x"}
          {"refresh_token":"0123456789abcdef0"}                  | {"refresh_token":"***"}
          {\\"client_secret\\":\\"0123456789abcdef0\\"}          | {\\"client_secret\\":\\"***\\"}
          """)
  void takesOutWhatLooksLikeASecret(String text, String clean) {
    assertThat(redactor.redact(text)).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"token\",\"token\":\"Hello\"}",
        "{\"tokens\":42,\"max_tokens\":100}",
        "{\"type\":\"agent_started\",\"run_id\":\"r-1234567890123456\"}",
        "The login refused the user with HTTP 401",
        "Invalid credentials"
      })
  void leavesTheRestAlone(String text) {
    assertThat(redactor.redact(text)).isEqualTo(text);
  }

  @Test
  void learnsSecretsOneByOne() {
    Redactor more = redactor.with(Secret.of("s3cret"));

    assertThat(more.redact("s3cret " + SECRET)).isEqualTo("*** ***");
    assertThat(more.with(Secret.of("s3cret"))).isSameAs(more);
    assertThat(redactor.redact("s3cret")).isEqualTo("s3cret");
  }

  @Test
  void coversSecretsThatOverlapAsAWhole() {
    Redactor both = Redactor.of(List.of(Secret.of("abcdefgh"), Secret.of("fghijkl")));

    assertThat(both.redact("x abcdefghijkl y abcdefgh z")).isEqualTo("x *** y *** z");
  }

  @Test
  void knowsTheSecretsOfManyUsersAndThoseThatComeLater() {
    List<Secret> secrets =
        IntStream.range(0, 3_000)
            .mapToObj(user -> Secret.of("Probe-%04d@x.org".formatted(user)))
            .toList();
    Redactor one = Redactor.of(secrets);
    for (int token = 0; token < 20; token++) {
      one = one.with(Secret.of("t0ken/" + token + "/of+one"));
    }
    String base64 =
        Base64.getEncoder().encodeToString("q=Probe-1234@x.org".getBytes(StandardCharsets.UTF_8));

    assertThat(one.redact("Probe-0007@x.org, probe-2999@x.org, t0ken%2F17%2Fof%2Bone"))
        .isEqualTo("***, ***, ***");
    assertThat(one.redact(base64)).contains("***").hasSizeLessThan(12);
    assertThat(one.redact("it began with Probe-0815")).isEqualTo("it began with ***");
    assertThat(one.redact("Probe-3000@x.org")).isEqualTo("Probe-3000@x.org");
  }

  private static String core(String before) {
    byte[] shifted = (before + SECRET).getBytes(StandardCharsets.UTF_8);
    String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int first = (before.length() * 8 + 5) / 6;
    return all.substring(first, shifted.length * 8 / 6);
  }
}
