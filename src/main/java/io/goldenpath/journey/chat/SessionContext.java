package io.goldenpath.journey.chat;

import io.goldenpath.journey.login.TokenPool;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.model.target.User;
import io.goldenpath.redaction.Redactor;

/**
 * What the sessions of one probe's users share.
 *
 * @param context What every run needs.
 * @param tokens Login sessions of the target's users, shared by its probes.
 * @param secrets Takes out what no user's transcript may show.
 */
public record SessionContext(RunContext context, TokenPool tokens, Redactor secrets) {

  public static SessionContext of(RunContext context, TokenPool tokens) {
    return new SessionContext(context, tokens, Redactor.of(context.probe().target()));
  }

  /** How many requests to log in this user a run begins with. */
  public int expectedLogins(User user) {
    return tokens.expectedLogins(context.probe().target().access().login(), user);
  }
}
