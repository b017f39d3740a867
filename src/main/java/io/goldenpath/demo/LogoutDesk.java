package io.goldenpath.demo;

import io.goldenpath.demo.DemoLog.Kind;
import io.goldenpath.demo.Tokens.Token;

/** Answers logouts: the token is good for nothing any more, and what it has opened ends. */
final class LogoutDesk {

  private final Tokens tokens;
  private final Stage stage;

  LogoutDesk(Tokens tokens, Stage stage) {
    this.tokens = tokens;
    this.stage = stage;
  }

  LoginReply answer(String text) {
    Token token = tokens.read(text);
    return token.flaw() == null
        ? stage
            .accounts()
            .byId(token.subject())
            .map(user -> end(user, token))
            .orElseGet(LogoutDesk::refuse)
        : refuse();
  }

  static LoginReply refuse() {
    return LoginReply.refusal(401, "Invalid token");
  }

  private LoginReply end(DemoAccount user, Token token) {
    tokens.revoke(token);
    stage.log().add(Kind.LOGOUT, user.email(), "");
    if (stage.faults().due(Play.AtLogout.class, user.email()).isEmpty()) {
      stage.present().of(user.id()).stream()
          .filter(one -> one.visitor().token().equals(token.id()))
          .forEach(Conversation::logOut);
    }
    return LoginReply.json(200, Json.object().put("success", true));
  }
}
