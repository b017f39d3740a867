package io.goldenpath.demo.platform;

import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.demo.script.DemoAccounts;
import io.goldenpath.demo.script.DemoUser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;

/** Looks for a token in the upgrade's header, subprotocols and query, in this order. */
final class TokenReader {

  static final String SUBPROTOCOL = "jwt-auth";

  private static final String BEARER = "Bearer ";
  private static final String JWT = "jwt.";

  private final DemoTokens tokens;
  private final DemoAccounts accounts;

  TokenReader(DemoTokens tokens, DemoAccounts accounts) {
    this.tokens = tokens;
    this.accounts = accounts;
  }

  Admission admit(HttpHeaders headers, URI uri) {
    return bearer(headers)
        .or(() -> subprotocol(headers))
        .or(() -> query(uri))
        .map(this::check)
        .orElseGet(() -> new Admission(DemoUser.unknown(), RefusalReason.MISSING));
  }

  private Admission check(String text) {
    DemoTokens.Token token = tokens.read(text);
    Optional<DemoAccount> account = accounts.byId(token.subject());
    DemoUser user =
        account.map(one -> DemoUser.of(one).by(token.id())).orElseGet(DemoUser::unknown);
    boolean nobodys = account.isEmpty() && token.flaw() == null;
    return new Admission(user, nobodys ? RefusalReason.FOREIGN : token.flaw());
  }

  static Optional<String> bearer(HttpHeaders headers) {
    return Optional.ofNullable(headers.getFirst(HttpHeaders.AUTHORIZATION))
        .filter(value -> value.startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip());
  }

  private static Optional<String> subprotocol(HttpHeaders headers) {
    return headers.getOrEmpty("Sec-WebSocket-Protocol").stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(offer -> offer.startsWith(JWT))
        .flatMap(offer -> decoded(offer.substring(JWT.length())))
        .findFirst();
  }

  private static Optional<String> query(URI uri) {
    return Optional.ofNullable(
        UriComponentsBuilder.fromUri(uri).build().getQueryParams().getFirst("token"));
  }

  private static Stream<String> decoded(String text) {
    try {
      return Stream.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException ex) {
      return Stream.of("");
    }
  }
}
