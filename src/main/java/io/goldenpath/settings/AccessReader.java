package io.goldenpath.settings;

import io.goldenpath.probe.Login;
import io.goldenpath.probe.Manners;
import io.goldenpath.probe.Secret;
import io.goldenpath.probe.Target;
import io.goldenpath.probe.TargetSocket;
import io.goldenpath.probe.Template;
import io.goldenpath.probe.TokenCarrier;
import io.goldenpath.probe.User;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how a target is reached: its login, its socket and its users. */
final class AccessReader {

  private static final Set<String> CREDENTIALS = Set.of("email", "password");

  private final String key;
  private final Mistakes mistakes;

  AccessReader(String key, Mistakes mistakes) {
    this.key = key;
    this.mistakes = mistakes;
  }

  Optional<Target> target(String name, TargetProperties written, Manners manners) {
    Optional<Login> login = login(written.login());
    Optional<TargetSocket> socket = socket(written.socket());
    List<User> users = login.map(kind -> users(kind, written.users())).orElse(List.of());
    return login.flatMap(way ->
        socket.map(place ->
            new Target(name, way, place, users, written.dialect(), written.contract(), manners)));
  }

  private Optional<Login> login(@Nullable LoginProperties written) {
    String at = key + ".login";
    if (written == null || written.type() == null) {
      mistakes.add(at + ".type", "is missing; expected none, token or password");
      return Optional.empty();
    }
    headers(at, written.headers());
    return switch (written.type()) {
      case "none" -> Optional.of(new Login.None());
      case "token" -> Optional.of(new Login.Token());
      case "password" -> password(at, written);
      default -> {
        mistakes.add(
            at + ".type",
            "there is no login type '" + written.type() + "'; known are none, token, password");
        yield Optional.empty();
      }
    };
  }

  private Optional<Login> password(String at, LoginProperties written) {
    Set<String> unknown = new HashSet<>(Template.of(written.body()).names());
    unknown.removeAll(CREDENTIALS);
    unknown.forEach(name ->
        mistakes.add(
            at + ".body", "there is no variable {" + name + "}; known: {email}, {password}"));
    if (!written.tokenAt().startsWith("/")) {
      mistakes.add(
          at + ".token-at",
          "expected a JSON pointer such as /access_token, but found '" + written.tokenAt() + "'");
      return Optional.empty();
    }
    return url(at + ".url", written.url(), "http", "https")
        .map(url ->
            new Login.Password(
                url, written.body(), written.headers(), written.tokenAt(), written.subjectClaim()));
  }

  private Optional<TargetSocket> socket(@Nullable SocketProperties written) {
    String at = key + ".socket";
    if (written == null) {
      mistakes.add(at + ".url", "is missing; expected an address such as wss://api.example.com/ws");
      return Optional.empty();
    }
    headers(at, written.headers());
    Set<TokenCarrier> carriers =
        written.tokenIn().isEmpty()
            ? EnumSet.of(TokenCarrier.HEADER)
            : EnumSet.copyOf(written.tokenIn());
    List<String> subprotocols =
        Objects.requireNonNullElse(
            written.subprotocols(),
            carriers.contains(TokenCarrier.SUBPROTOCOL) ? List.of("jwt-auth") : List.of());
    return url(at + ".url", written.url(), "ws", "wss")
        .map(url ->
            new TargetSocket(
                url.toString(),
                carriers,
                subprotocols,
                written.query(),
                written.headers(),
                (int) Math.min(Integer.MAX_VALUE, written.maxMessage().toBytes())));
  }

  private List<User> users(Login login, List<UserProperties> written) {
    if (login instanceof Login.None && written.isEmpty()) {
      return List.of(new User(1, Map.of(), 1));
    }
    if (written.isEmpty()) {
      mistakes.add(key + ".users", "is missing; expected at least one user");
    }
    List<User> users = new ArrayList<>();
    Set<Secret> known = new HashSet<>();
    for (int i = 0; i < written.size(); i++) {
      String at = key + ".users[" + i + "]";
      UserProperties user = written.get(i);
      Map<String, Secret> credentials = credentials(user);
      switch (login) {
        case Login.None _ -> {}
        case Login.Token _ -> needs(at, credentials, "token");
        case Login.Password _ -> needs(at, credentials, "email", "password");
      }
      Secret identity = user.email() == null ? user.token() : user.email();
      if (identity != null && !known.add(identity)) {
        mistakes.add(at, "is the same user as one above; raise its sessions instead");
      }
      if (user.sessions() < 1) {
        mistakes.add(at + ".sessions", "must be at least 1, but is " + user.sessions());
      }
      users.add(new User(i + 1, credentials, user.sessions()));
    }
    return users;
  }

  private void needs(String at, Map<String, Secret> credentials, String... names) {
    for (String name : names) {
      if (!credentials.containsKey(name)) {
        mistakes.add(at + "." + name, "is missing; this login needs it");
      }
    }
  }

  private static Map<String, Secret> credentials(UserProperties user) {
    Map<String, Secret> credentials = new HashMap<>();
    if (user.email() != null) {
      credentials.put("email", user.email());
    }
    if (user.password() != null) {
      credentials.put("password", user.password());
    }
    if (user.token() != null) {
      credentials.put("token", user.token());
    }
    return credentials;
  }

  private void headers(String at, Map<String, Secret> headers) {
    for (String name : headers.keySet()) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.contains("test") || lower.contains("e2e")) {
        mistakes.add(
            at + ".headers." + name,
            "a header name must not hold 'test' or 'e2e': some platforms switch authentication"
                + " off for those");
      }
    }
  }

  private Optional<URI> url(String at, @Nullable String text, String plain, String secure) {
    String example = secure + "://api.example.com";
    if (text == null || text.isBlank()) {
      mistakes.add(at, "is missing; expected an address such as " + example);
      return Optional.empty();
    }
    if (text.contains("${")) {
      return Optional.empty();
    }
    try {
      URI url = new URI(text);
      if (!plain.equals(url.getScheme()) && !secure.equals(url.getScheme())) {
        mistakes.add(
            at, "expected %s:// or %s://, but found '%s'".formatted(plain, secure, shown(text)));
        return Optional.empty();
      }
      if (url.getHost() == null || url.getUserInfo() != null) {
        mistakes.add(at, "expected an address with a host and no user, such as " + example);
        return Optional.empty();
      }
      return Optional.of(url);
    } catch (URISyntaxException broken) {
      mistakes.add(
          at, "is no address: %s; expected one such as %s".formatted(broken.getReason(), example));
      return Optional.empty();
    }
  }

  private static String shown(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query) + "?…";
  }
}
