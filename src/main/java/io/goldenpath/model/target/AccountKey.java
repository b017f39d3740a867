package io.goldenpath.model.target;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Which account a user is, across targets: those that log in at one address under one name are one.
 *
 * @param address Where it logs in; the socket's address where no login is called.
 */
public record AccountKey(Secret address, Secret name) {

  /** Credentials that tell who somebody is, the best first. */
  public static final List<String> IDENTIFYING =
      List.of("email", "client-id", "subject", "token", "password");

  public static AccountKey of(Target target, User user) {
    List<RequestTemplate> calls = target.access().login().requests();
    Secret address = calls.isEmpty() ? target.access().socket().url() : calls.getFirst().url();
    return new AccountKey(
        normalised(address.reveal()),
        IDENTIFYING.stream()
            .map(name -> user.credential(name).map(value -> name(name, value)).orElse(null))
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(() -> Secret.of(target.name() + "/" + user.slot())));
  }

  /** Mail addresses have no case, as far as anybody who issues accounts is concerned. */
  private static Secret name(String credential, Secret value) {
    return credential.equals("email")
        ? Secret.of(value.reveal().strip().toLowerCase(Locale.ROOT))
        : value;
  }

  /** Scheme and host have no case, and the scheme's own port needs not be written. */
  private static Secret normalised(String address) {
    try {
      URI url = new URI(address);
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      String place = String.valueOf(url.getRawAuthority()).toLowerCase(Locale.ROOT);
      String port = scheme.equals("https") || scheme.equals("wss") ? ":443" : ":80";
      String host =
          place.endsWith(port) ? place.substring(0, place.length() - port.length()) : place;
      String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
      return Secret.of(scheme + "://" + host + url.getRawPath() + query);
    } catch (URISyntaxException _) {
      return Secret.of(address);
    }
  }
}
