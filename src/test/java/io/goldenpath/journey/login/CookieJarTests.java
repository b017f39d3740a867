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

  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

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
          S=1; Path=/; Max-Age=3600; SameSite=None    | https://auth.example.com/x       |
          S=1; Path=/; Secure; SameSite=None          | https://auth.example.com/x       | S=1
          S=1; Path=/; Partitioned                    | https://auth.example.com/x       |
          S=1; Path=/; Domain=; HttpOnly              | https://auth.example.com/x       | S=1
          S=1; Path=/; Expires=0                      | https://auth.example.com/x       | S=1
          S=1; Path=/; Expires=-1                     | https://auth.example.com/x       | S=1
          S=1; Path=/; Expires=Sat, 31 Feb 2000 00:00:00 GMT | https://auth.example.com/x | S=1
          S=1; Path=/; Expires=2000 Jan 01 00:00:00   | https://auth.example.com/x       |
          S=1; Path=/; Expires=Mon, 01 Jan 1600 00:00:00 GMT | https://auth.example.com/x |
          S=1; Path=/; Expires=Sat, 01 Jan 20000 00:00:00 GMT | https://auth.example.com/x | S=1
          S=1; Path=/; Expires=Sat, 01-Jan-00 00:00:00 GMT | https://auth.example.com/x |
          S=1; Path=/; Expires=Sat, 01-Jan-68 00:00:00 GMT | https://auth.example.com/x | S=1
          S=1; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Expires=x | https://auth.example.com/x | S=1
          S=1; Path=/; Max-Age=+0                     | https://auth.example.com/x       |
          S=1; Path=/; Max-Age=0; Max-Age=soon        | https://auth.example.com/x       | S=1
          S=1; Path=/; Domain=.                       | https://auth.example.com/x       |
          S=a	b; Path=/                               | https://auth.example.com/x       |
          __Http-S=1; Path=/; Secure                  | https://auth.example.com/x       |
          __Http-S=1; Path=/; Secure; HttpOnly        | https://auth.example.com/x       | __Http-S=1
          __Host-Http-S=1; Path=/; Secure             | https://auth.example.com/x       |
          __secure-S; Path=/; Secure                  | https://auth.example.com/x       |
          S=1; Path=/; Expires=Wed Jan 01 2098 00:00:00 GMT | https://auth.example.com/x | S=1
          S=1; Path=/; Max-Age=soon                   | https://auth.example.com/x       | S=1
          S=1; Path=/; Max-Age=99999999999999999999   | https://auth.example.com/x       | S=1
          S=1; Path=/; Max-Age=-5                     | https://auth.example.com/x       |
          S=1; Path=/; Max-Age=0; Max-Age=60          | https://auth.example.com/x       | S=1
          S=1; Path=relative                          | https://auth.example.com/auth/x  | S=1
          S={"user":"a","roles":["chat"]}; Path=/     | https://auth.example.com/x       | S={"user":"a","roles":["chat"]}
          S="quoted value"; Path=/                    | https://auth.example.com/x       | S="quoted value"
          S=Bearer abc def; Path=/                    | https://auth.example.com/x       | S=Bearer abc def
          S=käse; Path=/                              | https://auth.example.com/x       | S=käse
          S=; Path=/                                  | https://auth.example.com/x       | S=
          =x; Path=/                                  | https://auth.example.com/x       | x
          S=1; Path=/; Secure; Color=red; =           | https://auth.example.com/x       | S=1
          __Secure-S=1; Path=/                        | https://auth.example.com/x       |
          __Secure-S=1; Path=/; Secure                | https://auth.example.com/x       | __Secure-S=1
          __Host-S=1; Path=/                          | https://auth.example.com/x       |
          __host-S=1; Path=/; Secure; Domain=auth.example.com | https://auth.example.com/x |
          __Host-S=1; Secure                          | https://auth.example.com/x       |
          __Host-S=1; Path=/; Secure                  | https://auth.example.com/x       | __Host-S=1
          __Host-S; Path=/; Secure                    | https://auth.example.com/x       |
          S=a=b==; Path=/; HttpOnly                   | https://auth.example.com/x       | S=a=b==
          no cookie at all; Path=/                    | https://auth.example.com/x       | no cookie at all
          ; Path=/                                    | https://auth.example.com/x       |
          """)
  void sendsWhatABrowserWould(String setCookie, String to, String header) {
    jar.receive(LOGIN, List.of(setCookie), NOW);

    assertThat(jar.header(URI.create(to), NOW).map(Secret::reveal).orElse(null)).isEqualTo(header);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://auth.example.com/  | S=1; Secure                 | ws://auth.example.com/ws  |
          http://127.0.0.1:8900/    | S=1; Secure                 | ws://127.0.0.1:8900/ws    | S=1
          http://localhost/         | S=1; Secure; SameSite=None  | ws://localhost/ws         | S=1
          http://[::1]/             | S=1; Secure                 | ws://[::1]/ws             | S=1
          http://127.0.0.1/         | S=1; Domain=127.0.0.1       | ws://127.0.0.1/ws         | S=1
          http://127.0.0.1/         | S=1; Domain=0.0.1           | ws://127.0.0.1/ws         |
          http://10.0.0.1/          | S=1                         | ws://10.0.0.1:81/ws       | S=1
          https://shop.github.io/   | S=1; Domain=github.io       | wss://shop.github.io/ws   |
          https://github.io/        | S=1; Domain=github.io       | wss://shop.github.io/ws   |
          https://github.io/        | S=1; Domain=github.io       | wss://github.io/ws        | S=1
          HTTPS://Auth.Example.COM/ | S=1; Domain=EXAMPLE.com     | WSS://api.example.com/ws  | S=1
          """)
  void goesByTheAddressThatSetIt(String from, String setCookie, String to, String header) {
    jar.receive(URI.create(from), List.of(setCookie), NOW);

    assertThat(jar.header(URI.create(to), NOW).map(Secret::reveal).orElse(null)).isEqualTo(header);
  }

  @Test
  void saysWhyABrowserRefusesACookie() {
    jar.receive(LOGIN, List.of("__Host-sid=abcdefgh; Path=/", "a=1; Domain=other.com"), NOW);

    assertThat(jar.obstacles(LOGIN, NOW))
        .containsOnly(
            Map.entry(
                "__Host-sid",
                "is refused by browsers: the prefix __Host- needs Secure, Path=/ and no Domain"),
            Map.entry(
                "a",
                "is refused by browsers: its Domain other.com is not that of auth.example.com"));
  }

  @Test
  void keepsASecureCookieFromAPlainPage() {
    jar.receive(LOGIN, List.of("a=1; Path=/; Secure"), NOW);
    jar.receive(URI.create("http://auth.example.com/"), List.of("a=2; Path=/"), NOW);

    assertThat(jar.byName()).containsExactly(Map.entry("a", Secret.of("1")));
  }

  @Test
  void sendsAllThatFitTheLongestPathFirst() {
    jar.receive(LOGIN, List.of("a=1; Path=/", "b=2; Path=/api", "c=3; Path=/"), NOW);

    assertThat(jar.header(URI.create("https://auth.example.com/api/x"), NOW))
        .map(Secret::reveal)
        .hasValueSatisfying(
            header -> assertThat(header).startsWith("b=2; ").contains("a=1", "c=3"));
  }

  @Test
  void keepsTheYoungerOfTwo() {
    jar.receive(LOGIN, List.of("a=1; Path=/"), NOW);
    jar.receive(LOGIN, List.of("a=2; Path=/"), NOW);

    assertThat(jar.byName()).containsExactly(Map.entry("a", Secret.of("2")));
  }

  @Test
  void dropsACookieThatHasRunOut() {
    jar.receive(LOGIN, List.of("a=1; Path=/; Max-Age=60"), NOW);

    assertThat(jar.header(LOGIN, Instant.now().plusSeconds(61))).isEmpty();
  }

  @Test
  void copiesWithoutATie() {
    jar.receive(LOGIN, List.of("a=1; Path=/"), NOW);
    CookieJar copy = jar.copy();

    copy.receive(LOGIN, List.of("b=2; Path=/"), NOW);

    assertThat(jar.byName()).containsOnlyKeys("a");
    assertThat(copy.byName()).containsOnlyKeys("a", "b");
  }

  @Test
  void knowsWhichValuesAreSecret() {
    jar.receive(
        LOGIN, List.of("lang=en; Path=/", "consent=1; Path=/", "SESSION=12345678; Path=/"), NOW);

    assertThat(jar.secrets()).containsExactly(Secret.of("12345678"));
  }

  @Test
  void forgetsTheOldestOfASiteWithTooMany() {
    jar.receive(LOGIN, List.of("first=1; Path=/", "kept=1; Path=/; Secure"), NOW);
    for (int i = 0; i < 179; i++) {
      jar.receive(LOGIN, List.of("c" + i + "=1; Path=/"), NOW);
    }

    assertThat(jar.byName()).hasSize(150).containsKeys("kept", "c178").doesNotContainKey("first");
    assertThat(jar.obstacles(LOGIN, NOW))
        .containsEntry("first", "is refused by browsers: they keep 180 of a site");
  }

  @Test
  void showsNoValues() {
    jar.receive(LOGIN, List.of("SESSION=s3cret; Path=/"), NOW);

    assertThat(jar).hasToString("CookieJar[SESSION]");
  }
}
