package io.goldenpath.settings;

import io.goldenpath.probe.Condition;
import io.goldenpath.probe.FirstMessage;
import io.goldenpath.probe.Login;
import io.goldenpath.probe.Secret;
import io.goldenpath.probe.TargetSocket;
import io.goldenpath.probe.TokenCarrier;
import io.goldenpath.settings.SocketProperties.Carrier;
import io.goldenpath.settings.SocketProperties.FirstMessageProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the socket, and what carries the token to it. */
final class SocketReader {

  private final String at;
  private final Mistakes mistakes;
  private final Scope scope;
  private final Addresses addresses;

  SocketReader(String at, Mistakes mistakes, Scope scope) {
    this.at = at;
    this.mistakes = mistakes;
    this.scope = scope;
    this.addresses = new Addresses(mistakes);
  }

  Optional<TargetSocket> socket(@Nullable SocketProperties written, Optional<Login> login) {
    if (written == null) {
      mistakes.add(at + ".url", "is missing; expected an address such as wss://api.example.com/ws");
      return Optional.empty();
    }
    addresses.headers(at, written.headers().keySet());
    written.headers().forEach((name, value) -> scope.check(at + ".headers." + name, value));
    List<TokenCarrier> carriers = carriers(written, login);
    List<String> subprotocols =
        Objects.requireNonNullElse(
            written.subprotocols(),
            carriers.contains(new TokenCarrier.Subprotocol()) ? List.of("jwt-auth") : List.of());
    return url(written.url())
        .map(url ->
            new TargetSocket(
                url,
                carriers,
                subprotocols,
                written.headers(),
                (int) Math.min(Integer.MAX_VALUE, written.maxMessage().toBytes())));
  }

  private Optional<Secret> url(@Nullable Secret written) {
    if (written != null) {
      scope.check(at + ".url", written);
      if (written.reveal().startsWith("{")) {
        return Optional.of(written);
      }
    }
    return addresses.url(at + ".url", written, "ws", "wss").map(_ -> written);
  }

  private List<TokenCarrier> carriers(SocketProperties written, Optional<Login> login) {
    if (written.tokenIn().contains(Carrier.NONE) && written.tokenIn().size() > 1) {
      mistakes.add(at + ".token-in", "none stands alone, or not at all");
    }
    if (written.firstMessage() != null && !written.tokenIn().contains(Carrier.FIRST_MESSAGE)) {
      mistakes.add(at + ".first-message", "is sent with token-in: first-message only");
    }
    List<TokenCarrier> carriers = new ArrayList<>();
    for (Carrier carrier : written.tokenIn()) {
      carrier(carrier, written, login).ifPresent(carriers::add);
    }
    return carriers;
  }

  private Optional<TokenCarrier> carrier(
      Carrier carrier, SocketProperties written, Optional<Login> login) {
    if (carrier != Carrier.NONE && carrier != Carrier.FIRST_MESSAGE) {
      fits(carrier, written, login);
    }
    return switch (carrier) {
      case HEADER -> Optional.of(new TokenCarrier.Header());
      case SUBPROTOCOL -> Optional.of(new TokenCarrier.Subprotocol());
      case QUERY -> Optional.of(new TokenCarrier.Query(written.query()));
      case COOKIE -> Optional.of(new TokenCarrier.Cookie(written.cookie()));
      case FIRST_MESSAGE -> first(written.firstMessage()).map(TokenCarrier.First::new);
      case NONE -> Optional.empty();
    };
  }

  private void fits(Carrier carrier, SocketProperties written, Optional<Login> login) {
    boolean loginsCookies = carrier == Carrier.COOKIE && written.cookie() == null;
    if (loginsCookies && login.isPresent() && !(login.get() instanceof Login.Exchange)) {
      mistakes.add(at + ".cookie", "is missing; this type of login sets no cookies of its own");
    }
    if (!loginsCookies && login.orElse(null) instanceof Login.Exchange && !scope.knows("token")) {
      mistakes.add(
          at + ".token-in",
          "the login's steps capture no token; expected cookie, or a capture named token");
    }
  }

  private Optional<FirstMessage> first(@Nullable FirstMessageProperties written) {
    String key = at + ".first-message";
    if (written == null || written.send() == null) {
      mistakes.add(
          key, "is missing; expected a message such as {\"type\":\"auth\",\"token\":\"{token}\"}");
      return Optional.empty();
    }
    Secret template = Secret.of(written.send().template());
    written.send().flaw().ifPresent(flaw -> mistakes.add(key, flaw));
    scope.check(key, template);
    return Optional.of(
        new FirstMessage(
            template,
            condition(key + ".after", written.after()),
            condition(key + ".refused", written.refused())));
  }

  private @Nullable Condition condition(String key, @Nullable String text) {
    return Optional.ofNullable(text)
        .flatMap(written -> Conditions.ofFrame().read(key, written, mistakes))
        .orElse(null);
  }
}
