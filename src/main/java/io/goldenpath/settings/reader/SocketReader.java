package io.goldenpath.settings.reader;

import io.goldenpath.model.target.Condition;
import io.goldenpath.model.target.FirstMessage;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TargetSocket;
import io.goldenpath.model.target.TokenLocation;
import io.goldenpath.settings.condition.ConditionCompiler;
import io.goldenpath.settings.keys.SocketProperties;
import io.goldenpath.settings.keys.SocketProperties.FirstMessageProperties;
import io.goldenpath.settings.keys.SocketProperties.TokenPlace;
import io.goldenpath.settings.mistakes.Mistakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the socket, and what carries the token to it. */
final class SocketReader {

  private final String at;
  private final Mistakes mistakes;
  private final KnownVariables variables;
  private final UrlChecker urlChecker;

  SocketReader(String at, Mistakes mistakes, KnownVariables variables) {
    this.at = at;
    this.mistakes = mistakes;
    this.variables = variables;
    this.urlChecker = new UrlChecker(mistakes);
  }

  Optional<TargetSocket> socket(@Nullable SocketProperties written, Optional<Login> login) {
    if (written == null) {
      mistakes.add(at + ".url", "is missing; expected an address such as wss://api.example.com/ws");
      return Optional.empty();
    }
    urlChecker.checkHeaderNames(at, written.headers().keySet());
    written.headers().forEach((name, value) -> variables.check(at + ".headers." + name, value));
    List<TokenLocation> locations = tokenLocations(written, login);
    List<String> subprotocols =
        Objects.requireNonNullElse(
            written.subprotocols(),
            locations.contains(new TokenLocation.Subprotocol()) ? List.of("jwt-auth") : List.of());
    return url(written.url())
        .map(url ->
            new TargetSocket(
                url,
                locations,
                subprotocols,
                written.headers(),
                (int) Math.min(Integer.MAX_VALUE, written.maxMessage().toBytes())));
  }

  private Optional<Secret> url(@Nullable Secret written) {
    if (written != null) {
      variables.check(at + ".url", written);
      if (written.reveal().startsWith("{")) {
        return Optional.of(written);
      }
    }
    return urlChecker.checkUrl(at + ".url", written, "ws", "wss").map(_ -> written);
  }

  private List<TokenLocation> tokenLocations(SocketProperties written, Optional<Login> login) {
    if (written.tokenIn().contains(TokenPlace.NONE) && written.tokenIn().size() > 1) {
      mistakes.add(at + ".token-in", "none stands alone, or not at all");
    }
    if (written.firstMessage() != null && !written.tokenIn().contains(TokenPlace.FIRST_MESSAGE)) {
      mistakes.add(at + ".first-message", "is sent with token-in: first-message only");
    }
    List<TokenLocation> locations = new ArrayList<>();
    for (TokenPlace location : written.tokenIn()) {
      tokenLocation(location, written, login).ifPresent(locations::add);
    }
    return locations;
  }

  private Optional<TokenLocation> tokenLocation(
      TokenPlace location, SocketProperties written, Optional<Login> login) {
    if (location != TokenPlace.NONE && location != TokenPlace.FIRST_MESSAGE) {
      checkLocation(location, written, login);
    }
    return switch (location) {
      case HEADER -> Optional.of(new TokenLocation.Header());
      case SUBPROTOCOL -> Optional.of(new TokenLocation.Subprotocol());
      case QUERY -> Optional.of(new TokenLocation.Query(written.query()));
      case COOKIE -> Optional.of(new TokenLocation.Cookie(written.cookie()));
      case FIRST_MESSAGE -> firstMessage(written.firstMessage()).map(TokenLocation.Message::new);
      case NONE -> Optional.empty();
    };
  }

  private void checkLocation(TokenPlace location, SocketProperties written, Optional<Login> login) {
    boolean loginsCookies = location == TokenPlace.COOKIE && written.cookie() == null;
    if (loginsCookies && login.isPresent() && !(login.get() instanceof Login.HttpLogin)) {
      mistakes.add(at + ".cookie", "is missing; this type of login sets no cookies of its own");
    }
    if (!loginsCookies
        && login.orElse(null) instanceof Login.HttpLogin
        && !variables.isDefined("token")) {
      mistakes.add(
          at + ".token-in",
          "the login's steps capture no token; expected cookie, or a capture named token");
    }
  }

  private Optional<FirstMessage> firstMessage(@Nullable FirstMessageProperties written) {
    String key = at + ".first-message";
    if (written == null || written.send() == null) {
      mistakes.add(
          key, "is missing; expected a message such as {\"type\":\"auth\",\"token\":\"{token}\"}");
      return Optional.empty();
    }
    Secret template = Secret.of(written.send().template());
    written.send().problem().ifPresent(flaw -> mistakes.add(key, flaw));
    variables.check(key, template);
    return Optional.of(
        new FirstMessage(
            template,
            condition(key + ".after", written.after()),
            condition(key + ".refused", written.refused())));
  }

  private @Nullable Condition condition(String key, @Nullable String text) {
    return Optional.ofNullable(text)
        .flatMap(written -> ConditionCompiler.ofFrame().compile(key, written, mistakes))
        .orElse(null);
  }
}
