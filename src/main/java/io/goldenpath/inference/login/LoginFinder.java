package io.goldenpath.inference.login;

import io.goldenpath.framing.FrameJson;
import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.har.Har;
import io.goldenpath.har.RecordedCall;
import io.goldenpath.inference.chat.Chat;
import io.goldenpath.inference.chat.ChatMessage;
import io.goldenpath.inference.chat.RecordedFraming;
import io.goldenpath.inference.chat.TextShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds the calls of the login, from what the socket was given back to what was typed. */
public final class LoginFinder {

  private static final String TOKEN = "token";
  private static final Pattern TOKEN_KEY =
      Pattern.compile("(?i)(?:access|auth|id|bearer|session)?[_-]?token|jwt");
  private static final Pattern OF_THE_LOGIN = Pattern.compile("(?:token|csrf)\\d*");

  private final Har har;
  private final Chat chat;
  private final Substitutions known = new Substitutions();
  private final List<RecordedCall> calls;
  private final Optional<Credentials> credentials;
  private final CallChain chain;
  private final SocketCarriers carriers;
  private final List<String> doubts = new ArrayList<>();

  /** A finder of the login before this chat. */
  public LoginFinder(Har har, Chat chat) {
    this.har = har;
    this.chat = chat;
    this.calls =
        har.calls().stream()
            .filter(call -> call.at() <= chat.question().at())
            .filter(call -> !call.method().equals("OPTIONS"))
            .toList();
    this.credentials = Credentials.in(calls);
    credentials.ifPresent(typed -> {
      known.put(typed.password(), "{password}");
      known.put(typed.name(), "{email}");
    });
    this.chain = new CallChain(calls, known);
    this.carriers = new SocketCarriers(chat.socket(), chain, known);
  }

  /** The login as far as it is in the recording. */
  public RecordedLogin find() {
    SocketAccess socket = carriers.access();
    boolean carried = carriers.external();
    boolean external = secretsOfMessages() || carried;
    if (!external) {
      credentials.ifPresent(typed -> includeUnlinked(typed, socket));
    }
    List<ChainedCall> login = new ArrayList<>(chain.calls());
    List<ChainedCall> prepare = login.stream().filter(this::isPerRun).toList();
    login.removeAll(prepare);
    boolean linked = login.stream().anyMatch(one -> !one.captures().isEmpty());
    if (har.sanitized() && (external || (credentials.isPresent() && !linked))) {
      doubts.add(
          "The recording was exported without cookies and authorization headers, so these links of"
              + " the login may be missing: export it again 'with sensitive data'.");
    }
    if (external && !login.isEmpty()) {
      doubts.add("A token of the socket is in no recorded reply.");
    }
    return new RecordedLogin(
        login,
        prepare,
        external,
        credentials.map(Credentials::name).orElse(""),
        credentials
            .filter(typed -> login.stream().anyMatch(one -> one.call().equals(typed.call())))
            .isPresent(),
        login.isEmpty() || !socket.tokenIn().isEmpty()
            ? socket
            : carriers.withCookies(socket, login),
        known,
        doubts);
  }

  private void includeUnlinked(Credentials typed, SocketAccess socket) {
    if (chain.calls().stream().noneMatch(one -> one.call().equals(typed.call()))) {
      Optional<String> token = tokenOf(typed.call());
      if (token.isPresent() && chain.need(token.get(), TOKEN, chat.question().at())) {
        doubts.add("The login's reply has a token, but no recorded message shows where it goes.");
        return;
      }
      chain.include(typed.call());
      if (socket.tokenIn().isEmpty()) {
        doubts.add("Nothing of the login's reply is in the upgrade or in a first message.");
      }
    }
  }

  private static Optional<String> tokenOf(RecordedCall call) {
    return FrameJson.read(call.response().body()).stream()
        .flatMap(
            reply -> new ChatMessage(false, 0, reply, Envelope.NONE).leaves().entrySet().stream())
        .filter(leaf -> leaf.getValue().isString())
        .filter(leaf -> TOKEN_KEY.matcher(leaf.getKey().key()).matches())
        .map(leaf -> leaf.getValue().stringValue())
        .filter(TextShape::isToken)
        .findFirst();
  }

  /** What needs the token, or came after the login for the socket's address. */
  private boolean isPerRun(ChainedCall one) {
    boolean isLogin = credentials.filter(typed -> typed.call().equals(one.call())).isPresent();
    boolean names = one.captures().keySet().stream().anyMatch(OF_THE_LOGIN.asMatchPredicate());
    boolean later = credentials.map(typed -> one.call().at() > typed.call().at()).orElse(true);
    return !isLogin && !names && later && !one.captures().isEmpty();
  }

  /** Whether a message of the page carries a token that no reply has. */
  private boolean secretsOfMessages() {
    boolean external = false;
    for (Map.Entry<String, String> sent : sentTexts().entrySet()) {
      String value = sent.getKey().replaceFirst("(?i)^(?:bearer|token|basic)\\s+", "");
      if (known.knows(value) || value.equals(chat.question().text())) {
        continue;
      }
      boolean made =
          TextShape.isSensitive(sent.getValue())
              || TextShape.isToken(value)
              || TextShape.isId(value);
      if (made && !chain.need(value, sent.getValue(), chat.question().at())) {
        external |= unexplained(sent.getValue(), value);
      }
    }
    return external;
  }

  private boolean unexplained(String key, String value) {
    boolean token =
        TextShape.isJwt(value)
            || (TextShape.isSensitive(key) && value.length() >= 4 && !TextShape.isPhrase(value));
    if (token) {
      known.put(value, "{token}");
    }
    return token;
  }

  /** Texts that the page sent before the answer, with the name under which each stood. */
  private Map<String, String> sentTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    switch (chat.framing()) {
      case RecordedFraming.Stomp stomp ->
          stomp.connect().forEach((name, value) -> texts.put(value, name));
      case RecordedFraming.SocketIo(_, JsonNode connect) -> texts.putAll(texts(connect));
      case RecordedFraming.GraphQl(JsonNode connect) -> texts.putAll(texts(connect));
      case RecordedFraming.Json _ -> {}
    }
    Stream.concat(chat.before().stream(), chat.asked().stream())
        .filter(ChatMessage::sent)
        .forEach(message ->
            message
                .leaves()
                .forEach((place, leaf) -> {
                  if (leaf.isString()) {
                    texts.putIfAbsent(leaf.stringValue(), place.key());
                  }
                }));
    return texts;
  }

  private static Map<String, String> texts(JsonNode json) {
    Map<String, String> texts = new LinkedHashMap<>();
    new ChatMessage(true, 0, json, Envelope.NONE)
        .leaves()
        .forEach((place, leaf) -> {
          if (leaf.isString()) {
            texts.put(leaf.stringValue(), place.key());
          }
        });
    return texts;
  }
}
