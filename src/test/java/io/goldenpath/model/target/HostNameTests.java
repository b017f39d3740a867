package io.goldenpath.model.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of hosts as people write them; HostNameAgreementIT has Chromium judge the same. */
class HostNameTests {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          example.com,              example.com
          EXAMPLE.Com,              example.com
          example.com.,             example.com.
          auth_service,             auth_service
          _chat.a-.example,         _chat.a-.example
          ab--cd.example,           ab--cd.example
          straße.example,           xn--strae-oqa.example
          STRAẞE.example,           xn--strae-oqa.example
          strasse.example,          strasse.example
          βόλος.example,            xn--nxasmm1c.example
          ΒΌΛΟΣ.example,            xn--nxasmq6b.example
          BÜCHER.example,           xn--bcher-kva.example
          bücher。example,          xn--bcher-kva.example
          bücher．example,          xn--bcher-kva.example
          bücher｡example,           xn--bcher-kva.example
          ｅｘａｍｐｌｅ.com,              example.com
          日本語。ＪＰ,              xn--wgv71a119e.jp
          чат.example,              xn--80a0bn.example
          ü_b.example,              xn--_b-wka.example
          ü-.example,               xn----dha.example
          ☃.example,                xn--n3h.example
          ﬁ.example,                fi.example
          １２７.0.0.1,                127.0.0.1
          XN--BCHER-KVA.example,    xn--bcher-kva.example
          xn--zz.example,           xn--zz.example
          """)
  void areMappedAsBrowsersMapThem(String written, String ascii) {
    assertThat(HostName.toAscii(written)).isEqualTo(ascii);
  }

  @Test
  void loseWhatCannotBeSeen() {
    assertThat(HostName.toAscii("a\u00ADb\u200B.example")).isEqualTo("ab.example");
    assertThat(HostName.toAscii("\u0915\u094D\u200D\u0937.example"))
        .isEqualTo("xn--11b2ezcw70k.example");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("a\u200Db.example", "an invisible joiner where nothing is joined"),
        Arguments.of("\u0301a.example", "a combining mark"),
        Arguments.of("\u05D0\u05D1a.example", "from the left and from the right"),
        Arguments.of("xn--zz.ü.example", "no Punycode"),
        Arguments.of("ü b.example", "a character that no name may hold"),
        Arguments.of("a b.example", "a character that no name may hold"),
        Arguments.of("a\r\nX-Evil: 1", "a character that no name may hold"),
        Arguments.of("a%b.example", "a character that no name may hold"),
        Arguments.of("\u2488com", "a character that no name may hold"),
        Arguments.of("a..example", "empty between two dots"),
        Arguments.of("ü。。example", "empty between two dots"),
        Arguments.of("\u00AD", "empty between two dots"),
        Arguments.of("a".repeat(64) + ".example", "longer than 63 letters"),
        Arguments.of("ü".repeat(64) + ".example", "longer than 63 letters"),
        Arguments.of("a".repeat(60).concat(".").repeat(5) + "example", "longer than 253 letters"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void areRefusedWithTheReason(String written, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostName.toAscii(written))
        .withMessageContaining(why);
  }

  @Test
  void areReadOutOfAddresses() {
    assertThat(UrlHost.of(URI.create("wss://Straße.example:8443/ws")))
        .contains("xn--strae-oqa.example");
    assertThat(UrlHost.of(URI.create("http://[::1]:80/"))).contains("[::1]");
    assertThat(UrlHost.of(URI.create("http://a%20b.example/"))).isEmpty();
    assertThat(UrlHost.flaw(URI.create("http://\u05D0a.example/"))).isPresent();
    assertThat(UrlHost.flaw(URI.create("http://[::1]/"))).isEqualTo(Optional.empty());
  }
}
