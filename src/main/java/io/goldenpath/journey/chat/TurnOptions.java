package io.goldenpath.journey.chat;

import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.model.time.TimeLimits;
import java.util.function.Function;

/** Options of one turn: the tap gets frames beside the judgement, the listener in its place. */
public record TurnOptions(
    Question question,
    TimeLimits limits,
    FrameTap tap,
    Function<UserJudgement, FrameListener> listenerFor) {

  public static TurnOptions of(Question question, UserSession session, FrameTap tap) {
    TimeLimits limits = session.context().probe().limits();
    return new TurnOptions(question, limits, tap, judgement -> judgement);
  }
}
