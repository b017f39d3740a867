package io.goldenpath.journey.chat;

import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.model.time.TimeLimits;
import java.util.function.Function;

/**
 * What holds for one turn.
 *
 * @param question What is asked.
 * @param limits How long each part may take.
 * @param tap Who is told of the frames beside the judgement.
 * @param listenerFor Who is told of them in place of the judgement.
 */
public record TurnOptions(
    Question question,
    TimeLimits limits,
    FrameTap tap,
    Function<UserJudgement, FrameListener> listenerFor) {

  /** A question of a single user, whose frames the judgement is told. */
  public static TurnOptions of(RunContext context) {
    return of(context, context.question(), FrameTap.NONE);
  }

  /** A question of one user, whose frames the judgement is told. */
  public static TurnOptions of(RunContext context, Question question, FrameTap tap) {
    return new TurnOptions(question, context.probe().limits(), tap, judgement -> judgement);
  }
}
