package io.goldenpath.settings.reader;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TargetSocket;
import io.goldenpath.model.target.TokenLocation;
import io.goldenpath.settings.condition.ConditionCompiler;
import io.goldenpath.settings.keys.SocketProperties;
import io.goldenpath.settings.keys.SocketProperties.CarrierProperties;
import io.goldenpath.settings.keys.SocketProperties.FirstMessageProperties;
import io.goldenpath.settings.keys.SocketProperties.TokenPlace;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.request.KnownVariables;
import io.goldenpath.settings.request.UrlChecker;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the socket and its token locations. */
record SocketReader(SettingKey at, SocketProperties written, KnownVariables variables) {

  TargetSocket socket(Optional<Login> login) {
    variables.checkHeaders(at.child("headers"), written.headers());
    List<TokenLocation> locations = tokenLocations(login);
    List<String> subprotocols =
        requireNonNullElse(
            written.subprotocols(),
            locations.contains(new TokenLocation.Subprotocol()) ? List.of("jwt-auth") : List.of());
    int maxMessageBytes = (int) Math.min(Integer.MAX_VALUE, written.maxMessage().toBytes());
    return new TargetSocket(url(), locations, subprotocols, written.headers(), maxMessageBytes);
  }

  private Secret url() {
    SettingKey key = at.child("url");
    Secret url = requireNonNullElse(written.url(), Secret.of(""));
    variables.check(key, url);
    if (!url.reveal().startsWith("{")) {
      UrlChecker.check(key, url, "ws");
    }
    return url;
  }

  private List<TokenLocation> tokenLocations(Optional<Login> login) {
    List<TokenPlace> places = written.carrier().tokenIn();
    if (places.contains(TokenPlace.NONE) && places.size() > 1) {
      at.child("token-in").wrong("none stands alone, or not at all");
    }
    if (written.carrier().firstMessage() != null && !places.contains(TokenPlace.FIRST_MESSAGE)) {
      at.child("first-message").wrong("is sent with token-in: first-message only");
    }
    return places.stream().flatMap(place -> tokenLocation(place, login).stream()).toList();
  }

  private Optional<TokenLocation> tokenLocation(TokenPlace place, Optional<Login> login) {
    if (place != TokenPlace.NONE && place != TokenPlace.FIRST_MESSAGE) {
      login.ifPresent(present -> checkLocation(place, present));
    }
    CarrierProperties carrier = written.carrier();
    return switch (place) {
      case HEADER -> Optional.of(new TokenLocation.Header());
      case SUBPROTOCOL -> Optional.of(new TokenLocation.Subprotocol());
      case QUERY -> Optional.of(new TokenLocation.Query(carrier.query()));
      case COOKIE -> Optional.of(new TokenLocation.Cookie(carrier.cookie()));
      case FIRST_MESSAGE -> firstMessage(carrier.firstMessage());
      case NONE -> Optional.empty();
    };
  }

  private void checkLocation(TokenPlace location, Login login) {
    if (location == TokenPlace.COOKIE && written.carrier().cookie() == null) {
      if (login.requests().isEmpty()) {
        at.child("cookie").wrong("is missing; this type of login sets no cookies of its own");
      }
    } else if (!login.requests().isEmpty() && !variables.isDefined("token")) {
      at.child("token-in")
          .wrong("the login's steps capture no token; expected cookie, or a capture named token");
    }
  }

  private Optional<TokenLocation> firstMessage(@Nullable FirstMessageProperties message) {
    SettingKey key = at.child("first-message");
    if (message == null || message.send() == null) {
      return key.wrong(
          "is missing; expected a message such as {\"type\":\"auth\",\"token\":\"{token}\"}");
    }
    ConditionCompiler frame = ConditionCompiler.FRAME;
    return Optional.of(
        new TokenLocation.FirstMessage(
            variables.json(key, message.send()),
            frame.compile(key.child("after"), message.after()),
            frame.compile(key.child("refused"), message.refused())));
  }
}
