package io.goldenpath.journey.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.target.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookieJarTests {

  private static final URI LOGIN = URI.create("https://auth.example.com/auth/login");

  private final CookieJar jar = new CookieJar();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          S=1; Path=/                                 | https://auth.example.com/x       | S=1
          S=1; Path=/                                 | wss://auth.example.com/ws        | S=1
          S=1; Path=/                                 | https://api.example.com/x        |
          S=1; Path=/; Domain=example.com             | wss://api.example.com/ws         | S=1
          S=1; Path=/; Domain=.example.com            | wss://api.example.com/ws         | S=1
          S=1; Path=/; Domain=other.com               | https://auth.example.com/x       |
          S=1; Path=/; Domain=com                     | https://auth.example.com/x       |
          S=1                                         | https://auth.example.com/auth/me | S=1
          S=1                                         | https://auth.example.com/x       |
          S=1; Path=/api                              | https://auth.example.com/api/x   | S=1
          S=1; Path=/api                              | https://auth.example.com/apix    |
          S=1; Path=/; Secure                         | https://auth.example.com/x       | S=1
          S=1; Path=/; Secure                         | ws://auth.example.com/x          |
          S=1; Path=/; Max-Age=0                      | https://auth.example.com/x       |
          S=1; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT | https://auth.example.com/x |
          S=1; Path=/; Max-Age=3600; SameSite=None    | https://auth.example.com/x       | S=1
          S=a=b==; Path=/; HttpOnly                   | https://auth.example.com/x       | S=a=b==
          no cookie at all; Path=/                    | https://auth.example.com/x       |
          """)
  void sendsWhatABrowserWould(String setCookie, String to, String header) {
    jar.receive(LOGIN, List.of(setCookie));

    assertThat(jar.header(URI.create(to), Instant.now()).map(Secret::reveal).orElse(null))
        .isEqualTo(header);
  }

  @Test
  void sendsAllThatFitTheLongestPathFirst() {
    jar.receive(LOGIN, List.of("a=1; Path=/", "b=2; Path=/api", "c=3; Path=/"));

    assertThat(jar.header(URI.create("https://auth.example.com/api/x"), Instant.now()))
        .map(Secret::reveal)
        .hasValueSatisfying(
            header -> assertThat(header).startsWith("b=2; ").contains("a=1", "c=3"));
  }

  @Test
  void keepsTheYoungerOfTwo() {
    jar.receive(LOGIN, List.of("a=1; Path=/"));
    jar.receive(LOGIN, List.of("a=2; Path=/"));

    assertThat(jar.byName()).containsExactly(Map.entry("a", Secret.of("2")));
  }

  @Test
  void dropsACookieThatHasRunOut() {
    jar.receive(LOGIN, List.of("a=1; Path=/; Max-Age=60"));

    assertThat(jar.header(LOGIN, Instant.now().plusSeconds(61))).isEmpty();
  }

  @Test
  void copiesWithoutATie() {
    jar.receive(LOGIN, List.of("a=1; Path=/"));
    CookieJar copy = jar.copy();

    copy.receive(LOGIN, List.of("b=2; Path=/"));

    assertThat(jar.byName()).containsOnlyKeys("a");
    assertThat(copy.byName()).containsOnlyKeys("a", "b");
  }

  @Test
  void knowsWhichValuesAreSecret() {
    jar.receive(LOGIN, List.of("lang=en; Path=/", "consent=1; Path=/", "SESSION=12345678; Path=/"));

    assertThat(jar.secrets()).containsExactly(Secret.of("12345678"));
  }

  @Test
  void showsNoValues() {
    jar.receive(LOGIN, List.of("SESSION=s3cret; Path=/"));

    assertThat(jar).hasToString("CookieJar[SESSION]");
  }
}
