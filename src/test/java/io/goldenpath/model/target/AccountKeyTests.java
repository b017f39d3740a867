package io.goldenpath.model.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.SampleRuns;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountKeyTests {

  private static final String LOGIN = "https://auth.example.com/login";
  private static final User ANNA = user("email", "anna@example.com");

  @ParameterizedTest
  @ValueSource(
      strings = {LOGIN, "HTTPS://Auth.Example.COM/login", "https://auth.example.com:443/login"})
  void knowsAnAddressHoweverItIsWritten(String written) {
    assertThat(AccountKey.of(target("twin", written), ANNA))
        .isEqualTo(AccountKey.of(target("shop", LOGIN), ANNA));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://auth.example.com/login",
        "https://auth.example.com:8443/login",
        "https://auth.example.com/Login",
        "https://auth.example.com/login?realm=b",
        "https://other.example.com/login"
      })
  void tellsOtherAddressesApart(String written) {
    assertThat(AccountKey.of(target("shop", written), ANNA))
        .isNotEqualTo(AccountKey.of(target("shop", LOGIN), ANNA));
  }

  @Test
  void knowsAnAccountByItsNameAlone() {
    Target shop = target("shop", LOGIN);
    User changed =
        new User(
            2,
            2,
            Map.of("email", Secret.of(" ANNA@example.com"), "password", Secret.of("a new one")));

    assertThat(AccountKey.of(shop, changed)).isEqualTo(AccountKey.of(shop, ANNA));
    assertThat(AccountKey.of(shop, user("client-id", "A")))
        .isNotEqualTo(AccountKey.of(shop, user("client-id", "a")));
  }

  @Test
  void neverMistakesAGuestForAnother() {
    User first = new User(1, 1, Map.of());
    User second = new User(2, 2, Map.of());
    Target shop = target("shop", LOGIN);

    assertThat(AccountKey.of(shop, first)).isNotEqualTo(AccountKey.of(shop, second));
    assertThat(AccountKey.of(shop, first)).isNotEqualTo(AccountKey.of(target("b", LOGIN), first));
  }

  @Test
  void showsNobody() {
    assertThat(AccountKey.of(target("shop", LOGIN), ANNA).toString())
        .doesNotContain("anna", "auth");
  }

  private static User user(String credential, String value) {
    return new User(1, 1, Map.of(credential, Secret.of(value)));
  }

  private static Target target(String name, String login) {
    Target like = SampleRuns.probe(name).target();
    RequestTemplate call =
        new RequestTemplate(
            "POST /login",
            "POST",
            Secret.of(login),
            Map.of(),
            new RequestTemplate.Body.Nothing(),
            RequestTemplate.Expectation.NONE);
    TargetAccess access =
        new TargetAccess(
            new Login.HttpLogin(List.of(call), null, Login.TokenMetadata.FROM_TOKEN),
            like.access().hooks(),
            like.access().socket(),
            like.access().httpRoute(),
            like.access().socketRoute());
    return new Target(
        name, access, like.users(), like.dialect(), like.contract(), like.rateLimits());
  }
}
