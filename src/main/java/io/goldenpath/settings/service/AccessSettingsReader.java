package io.goldenpath.settings.service;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.access.AccessProperties;
import io.goldenpath.settings.keys.access.AccessProperties.MetricsReaders;
import io.goldenpath.settings.keys.access.AccessProperties.OidcProperties;
import io.goldenpath.settings.keys.access.AccessUserProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads who may read, and who may act. */
public record AccessSettingsReader(SettingKey at) {

  /** Before the hash of a password. */
  public static final String BCRYPT = "{bcrypt}";

  /** Before a password that is written as it is, and begins with a brace. */
  public static final String NOOP = "{noop}";

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,64}");
  private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$\\d\\d\\$[./0-9A-Za-z]{53}");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public AccessSettings read(AccessProperties written) {
    Set<String> names = new HashSet<>();
    List<AccessUser> users =
        at.child("users").each(written.users(), (key, user) -> user(key, user, names));
    OidcProperties oidc = written.oidc();
    return new AccessSettings(
        written.token(),
        users,
        oidc == null ? null : oidc(at.child("oidc"), oidc),
        written.metrics() == MetricsReaders.OPEN);
  }

  private static AccessUser user(SettingKey key, AccessUserProperties written, Set<String> names) {
    String name = text(key.child("name"), written.name());
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      key.child("name").wrong("expected 1 to 64 letters, digits or any of . _ @ + -");
    } else if (!name.isEmpty() && !names.add(name)) {
      key.child("name").wrong("is the name of a user above");
    }
    Secret password = secret(key.child("password"), written.password());
    checkHash(key.child("password"), password.reveal());
    return new AccessUser(name, password, written.role());
  }

  private static void checkHash(SettingKey key, String password) {
    if (password.startsWith(BCRYPT)
        ? !HASH.matcher(password.substring(BCRYPT.length())).matches()
        : password.startsWith("{") && !password.startsWith(NOOP)) {
      key.wrong(
          "expected a password, or %s with a bcrypt hash; %s before a password that begins with {",
          BCRYPT, NOOP);
    }
  }

  private static OidcClient oidc(SettingKey key, OidcProperties written) {
    String issuer = text(key.child("issuer"), written.issuer());
    if (!issuer.isEmpty()) {
      checkIssuer(key.child("issuer"), issuer);
    }
    return new OidcClient(
        issuer,
        text(key.child("client-id"), written.clientId()),
        secret(key.child("client-secret"), written.clientSecret()),
        Set.copyOf(written.operators()));
  }

  private static void checkIssuer(SettingKey key, String written) {
    URI issuer = uri(written);
    if (issuer == null
        || issuer.getHost() == null
        || !Set.of("http", "https").contains(String.valueOf(issuer.getScheme()))
        || issuer.getRawUserInfo() != null
        || issuer.getRawQuery() != null
        || issuer.getRawFragment() != null) {
      key.wrong(
          "expected the provider's address, such as https://id.example.com, without query and"
              + " fragment");
    } else if (issuer.getScheme().equals("http") && !LOOPBACK.contains(issuer.getHost())) {
      key.warn("is not https: whoever is between can sign in as anybody");
    }
  }

  private static @Nullable URI uri(String written) {
    try {
      return new URI(written);
    } catch (URISyntaxException _) {
      return null;
    }
  }

  private static String text(SettingKey key, @Nullable String written) {
    String text = requireNonNullElse(written, "").strip();
    if (text.isEmpty()) {
      key.wrong("is missing");
    }
    return text;
  }

  private static Secret secret(SettingKey key, @Nullable Secret written) {
    if (written == null || written.reveal().isBlank()) {
      key.wrong("is missing");
    }
    return requireNonNullElse(written, Secret.of(""));
  }
}
