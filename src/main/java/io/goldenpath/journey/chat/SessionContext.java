package io.goldenpath.journey.chat;

import io.goldenpath.journey.login.TokenPool;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.model.target.User;
import io.goldenpath.redaction.Redactor;

/** Shared by the sessions of one probe's users; the tokens by all probes of the target. */
public record SessionContext(RunContext context, TokenPool tokens, Redactor secrets) {

  public static SessionContext of(RunContext context, TokenPool tokens) {
    return new SessionContext(context, tokens, Redactor.of(context.probe().target()));
  }

  public int expectedLogins(User user) {
    return tokens.expectedLogins(context.probe().target().access().login(), user);
  }
}
