package io.goldenpath.model.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hosts an entry of {@code NO_PROXY} covers. */
class NoProxyTests {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          *,                  anything.example,       80,   true
          example.com,        example.com,            80,   true
          example.com,        www.example.com,        80,   true
          example.com,        www.example.com.,       80,   true
          EXAMPLE.com,        example.com,            80,   true
          straße.example,     xn--strae-oqa.example,  80,   true
          .Straße。example,    www.xn--strae-oqa.example, 80, true
          straße.example:81,  xn--strae-oqa.example,  80,   false
          straße.example,     strasse.example,        80,   false
          *.ｅｘａｍｐｌｅ.com,      www.example.com,        80,   true
          example.com,        badexample.com,         80,   false
          example.com,        example.com.evil.test,  80,   false
          .example.com,       www.example.com,        80,   true
          .example.com,       example.com,            80,   false
          *.example.com,      www.example.com,        80,   true
          *.example.com,      example.com,            80,   false
          example.com:8080,   www.example.com,        8080, true
          example.com:8080,   www.example.com,        80,   false
          10.1.2.3,           10.1.2.3,               80,   true
          10.1.2.3,           10.1.2.34,              80,   false
          10.1.2.3:81,        10.1.2.3,               80,   false
          10.0.0.0/8,         10.200.3.4,             443,  true
          10.0.0.0/8,         11.0.0.1,               443,  false
          10.0.0.0/33,        10.0.0.0,               443,  false
          10.0.0.0/8,         ten.example,            443,  false
          0.0.0.0/0,          203.0.113.7,            443,  true
          0.0.0.0/0,          [2001:db8::1],          443,  false
          2001:db8::/32,      [2001:db8:0:1::7],      443,  true
          [2001:db8::1],      [2001:db8:0:0:0:0:0:1], 443,  true
          2001:db8::1,        [2001:db8::1],          443,  true
          [2001:db8::1]:443,  [2001:db8::1],          443,  true
          [2001:db8::1]:444,  [2001:db8::1],          443,  false
          [2001:db8::1],      [2001:db8::2],          443,  false
          my_host,            my_host,                80,   true
          a/b,                a,                      80,   false
          """)
  void coversAHost(String entry, String host, int port, boolean covered) {
    assertThat(NoProxy.parse("other.test, " + entry + "  last.test").covers(host, port))
        .isEqualTo(covered);
    assertThat(NoProxy.NOTHING.covers(host, port)).isFalse();
  }
}
