package io.goldenpath.journey.chat;

import io.goldenpath.contract.definition.RunExpectations;
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

  UserJudgement judgement(UserSession session) {
    return new UserJudgement(
        new RunExpectations(
            session.context().contract(),
            limits,
            session.context().probe().script(),
            question,
            new RunExpectations.Identity(
                session.user().slot(), session.subject().orElse(null), session.earlierRuns().all()),
            session.context().dialect().closeCodes()),
        session.recorder().start(),
        session.context().stalls());
  }
}
